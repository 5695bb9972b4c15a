//! The texts that the benchmarks read: those under `fixtures/`, or a file that `BOCTIN_BENCH_TEXTS` names.

use std::error::Error;
use std::path::Path;

/// The fixtures are repeated up to so many bytes.
const ENOUGH: usize = 4 << 20;

/// The texts, one a document.
pub(crate) fn corpus() -> Result<Vec<String>, Box<dyn Error>> {
    if let Some(path) = std::env::var_os("BOCTIN_BENCH_TEXTS") {
        let content = std::fs::read_to_string(path)?;
        if !content.starts_with('{') {
            return Ok(vec![content]);
        }
        let text =
            |line: &str| Some(serde_json::from_str::<serde_json::Value>(line).ok()?.get("text")?.as_str()?.to_owned());
        return Ok(content.lines().filter_map(text).collect());
    }
    let mut fixtures = Vec::new();
    gather(Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/fixtures")), &mut fixtures)?;
    fixtures.sort();
    let bytes: usize = fixtures.iter().map(String::len).sum();
    let times = ENOUGH / bytes.max(1) + 1;
    let count = fixtures.len() * times;
    Ok(fixtures.into_iter().cycle().take(count).collect())
}

fn gather(folder: &Path, texts: &mut Vec<String>) -> std::io::Result<()> {
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            gather(&path, texts)?;
        } else if path.extension().is_some_and(|extension| extension == "txt") {
            // Fixtures of other encodings are no text here.
            texts.extend(std::fs::read_to_string(&path).ok());
        }
    }
    Ok(())
}
