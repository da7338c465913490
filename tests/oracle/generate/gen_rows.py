"""row_shading.csv, row_shading_year.csv: rows of modules one behind the other, on level ground

The yearly cases read weather_<site>.csv.gz of the same folder and SPA at mid-hour (gen_year). Light: Hay-Davies; direct
and circumsolar light times the lit share, even sky times the view of the sky in rows over that of an open plane, ground
0.2 as in the open."""
import os, sys
import numpy as np, pandas as pd, pvlib
from pvlib.bifacial import utils
from common import dump_csv, solpos, time_axis

SITES = {"sokolow": dict(lat=52.41, lon=22.25, alt=150, tz=1)}
YEARS = [(35, 180, 45), (35, 180, 60), (20, 180, 60), (15, 180, 80), (10, 90, 90), (15, 225, 70), (35, 180, 30)]


def sky_view(tilt, cover):
    return utils.vf_row_sky_2d_integ(tilt, cover, 0, 1)


def lit(zenith, azimuth, tilt, facing, cover):
    """modules that face axis + 90 deg turn by +tilt"""
    return 1 - pvlib.shading.shaded_fraction1d(zenith, azimuth, facing - 90, tilt, collector_width=1, pitch=1 / cover)


def run(out):
    rng = np.random.default_rng(41)
    k = 100
    t = pd.DataFrame({"zenith": np.round(rng.uniform(55, 89, k), 2), "azimuth": np.round(rng.uniform(70, 290, k), 2),
                      "tilt": rng.choice([5, 10, 15, 25, 35, 50, 70, 90], k), "surface_azimuth": rng.choice([90, 135, 180, 200, 270], k),
                      "cover": np.round(rng.uniform(0.15, 0.9, k), 2)})
    t["aoi_projection"] = pvlib.irradiance.aoi_projection(t.tilt, t.surface_azimuth, t.zenith, t.azimuth)
    t["shaded_fraction"] = [1 - lit(r.zenith, r.azimuth, r.tilt, r.surface_azimuth, r.cover) if r.aoi_projection > 0 else 0.0
                            for r in t.itertuples()]
    t["sky_view"] = [float(sky_view(r.tilt, r.cover)) for r in t.itertuples()]
    dump_csv(t, os.path.join(out, "row_shading.csv"), fmt="%.6f")
    rows = []
    for name, site in SITES.items():
        wx = pd.read_csv(os.path.join(out, f"weather_{name}.csv.gz"), comment="#")
        _, mid = time_axis(site["tz"])
        sp = solpos(mid, site)
        zen, azi = sp["apparent_zenith"].to_numpy(), sp["azimuth"].to_numpy()
        ext = pvlib.irradiance.get_extra_radiation(mid).to_numpy()
        for tilt, facing, percent in YEARS:
            cover = percent / 100
            ci = np.maximum(pvlib.irradiance.aoi_projection(tilt, facing, zen, azi), 0)
            sky = pvlib.irradiance.haydavies(tilt, facing, wx.dhi.to_numpy(), wx.dni.to_numpy(), ext, zen, azi, return_components=True)
            direct, around = wx.dni.to_numpy() * ci, np.nan_to_num(sky["poa_circumsolar"])
            even, ground = np.nan_to_num(sky["poa_isotropic"]), wx.ghi.to_numpy() * 0.2 * (1 - np.cos(np.radians(tilt))) / 2
            share = np.where((ci > 0) & (zen < 90), lit(np.minimum(zen, 89.999), azi, tilt, facing, cover), 1.0)
            kept = sky_view(tilt, cover) / ((1 + np.cos(np.radians(tilt))) / 2)
            up = wx.ghi.to_numpy() > 0
            light = lambda s, v: ((direct + around) * s + even * v + ground)[up].sum() / 1000
            rows.append(dict(site=name, tilt=tilt, surface_azimuth=facing, cover=cover, open_kwh_m2=light(1, 1),
                             rows_kwh_m2=light(share, kept), loss_percent=100 * (1 - light(share, kept) / light(1, 1))))
    dump_csv(pd.DataFrame(rows), os.path.join(out, "row_shading_year.csv"), fmt="%.4f")
    return {"row_shading.csv": k, "row_shading_year.csv": len(rows)}


if __name__ == "__main__":
    print(run(sys.argv[1]))
