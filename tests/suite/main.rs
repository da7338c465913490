//! One test binary for everything that reaches across modules.
