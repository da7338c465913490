//! Leaves out of scripts and style sheets what only their authors need.

/// A text without comments that begin a line; what follows one in its last line stays.
pub fn without_comments(text: &str) -> String {
    let mut inside = false;
    let mut kept = String::new();
    for line in text.lines() {
        let start = line.trim_start();
        inside |= start.starts_with("/*");
        let rest = match start.split_once("*/").filter(|_| inside) {
            Some((_, rest)) => rest.trim_start(),
            None if inside || start.starts_with("//") => continue,
            None => line,
        };
        inside = false;
        if !rest.is_empty() {
            kept.push_str(rest);
            kept.push('\n');
        }
    }
    kept
}

/// A text whose lines start at the margin. Not for scripts with texts over several lines.
pub fn without_indents(text: &str) -> String {
    text.lines().map(|line| format!("{}\n", line.trim_start())).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_in_lines_of_their_own_are_left_out() {
        let script = "// What it is.\n\n/** What it does. */\nconst a = 'https://b'; // why\n  // More.\n";
        assert_eq!(without_comments(script), "const a = 'https://b'; // why\n");
        let glue = "a();\n    /**\n     * @param {number} x\n     */\n    b(x);\nc(); /* stays */\n";
        assert_eq!(without_comments(glue), "a();\n    b(x);\nc(); /* stays */\n");
        let style = "/* Two\n   lines. */\n/* One. */ .a { b: c; }\n";
        assert_eq!(without_comments(style), ".a { b: c; }\n");
    }

    #[test]
    fn a_line_that_starts_with_a_product_is_no_comment() {
        assert_eq!(without_comments("a\n* b;\n"), "a\n* b;\n");
    }

    #[test]
    fn lines_start_at_the_margin() {
        assert_eq!(without_indents(".a {\n  b: c;\n}\n"), ".a {\nb: c;\n}\n");
    }
}
