//! Dumps: the folder that a run leaves, and runs that are stopped and resumed.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod run;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::time::Duration;

use run::{Scratch, boctin, spawn};
use serde_json::Value;

/// A dump of `count` documents, some of them broken.
fn dump(count: usize) -> String {
    let line = |n: usize| match n % 97 {
        13 => format!("{{\"id\":\"{n}\",\"text\":\n"),
        _ => format!(
            "{{\"id\":\"{n}\",\"published\":\"2017-03-04\",\"text\":\"Sáng 4-3, ông Lê Văn Tám, Chủ tịch UBND huyện, dự hội nghị số {n} \
             và {}.\"}}\n",
            "ký Quyết định số 12/QĐ-UBND ".repeat(n % 23)
        ),
    };
    (0..count).map(line).collect()
}

/// Every file of a folder, without the manifest's name of the program.
fn files(folder: &str) -> BTreeMap<String, Vec<u8>> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap());
    entries.map(|entry| (entry.file_name().into_string().unwrap(), fs::read(entry.path()).unwrap())).collect()
}

fn shards(folder: &str) -> String {
    let parts = files(folder).into_iter().filter(|(name, _)| name.starts_with("part-"));
    parts
        .map(|(name, bytes)| if name.ends_with(".zst") { zstd::decode_all(&bytes[..]).unwrap() } else { bytes })
        .map(|bytes| String::from_utf8(bytes).unwrap())
        .collect()
}

#[test]
fn a_run_leaves_the_records_of_extract_its_errors_and_a_manifest() {
    let scratch = Scratch::new();
    let input = scratch.write("in/a.ndjson", &dump(400));
    let single = boctin(&["extract", &input], "");
    for format in ["ndjson", "ndjson.zst"] {
        let out = scratch.path(format);
        let said =
            boctin(&["batch", &scratch.path("in"), "--out", &out, "--format", format, "--shard-bytes", "20K"], "");
        assert_eq!(said.code, 1, "{}", said.stderr);
        assert!(said.stderr.contains("396 documents") && said.stderr.contains("4 failed"), "{}", said.stderr);
        assert_eq!(shards(&out), single.stdout);
        let errors = fs::read_to_string(Path::new(&out).join("errors.ndjson")).unwrap();
        let errors: Vec<Value> = errors.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
        assert_eq!(errors.len(), 4);
        assert_eq!((&errors[0]["record"], &errors[0]["cause"]), (&14.into(), &"format".into()));
        assert!(errors[0]["error"].as_str().unwrap().contains("a.ndjson:14"));
        assert!(files(&out).len() > 6, "several shards");
    }
}

#[test]
fn a_folder_that_holds_a_run_is_not_overwritten_nor_mixed() {
    let scratch = Scratch::new();
    let input = scratch.write("a.ndjson", &dump(10));
    let (out, dictionary) = (scratch.path("out"), scratch.path("out2"));
    let base = ["batch", &input, "--out", &out, "--quiet"];
    assert_eq!((boctin(&base, "").code, boctin(&base, "").code), (0, 2));
    let before = files(&out);
    let again = boctin(&[&base[..], &["--resume"]].concat(), "");
    assert_eq!((again.code, again.stderr.as_str()), (0, ""));
    let mixed = boctin(&[&base[..], &["--resume", "--offsets", "byte"]].concat(), "");
    assert!(mixed.code == 2 && mixed.stderr.contains("other options"), "{}", mixed.stderr);
    scratch.write("a.ndjson", &dump(11));
    let changed = boctin(&[&base[..], &["--resume"]].concat(), "");
    assert!(changed.code == 2 && changed.stderr.contains("changed since"), "{}", changed.stderr);
    assert_eq!(files(&out), before);
    assert!(!Path::new(&dictionary).exists());
}

#[test]
fn fail_fast_stops_at_the_first_failure_and_keeps_what_came_before() {
    let scratch = Scratch::new();
    let input = scratch.write("a.ndjson", &dump(400));
    let out = scratch.path("out");
    let said = boctin(&["batch", &input, "--out", &out, "--format", "ndjson", "--quiet", "--fail-fast"], "");
    assert!(said.code == 1 && said.stderr.contains("a.ndjson:14"), "{}", said.stderr);
    assert_eq!(shards(&out).lines().count(), 13);
    fs::remove_file(&input).unwrap();
    assert_eq!(boctin(&["batch", &input, "--out", &scratch.path("no")], "").code, 1);
}

#[test]
fn a_run_killed_at_any_moment_and_resumed_leaves_the_bytes_of_an_undisturbed_one() {
    let scratch = Scratch::new();
    let one = scratch.write("in/a.ndjson", &dump(3000));
    scratch.write("in/b.ndjson", &dump(2000));
    scratch.write("in/c.txt", "Tin ngắn");
    assert!(Path::new(&one).exists());
    let input = scratch.path("in");
    for format in ["ndjson", "ndjson.zst"] {
        let arguments = |out: &str| -> Vec<String> {
            let fixed =
                ["batch", &input, "--out", out, "--resume", "--quiet", "--format", format, "--shard-bytes", "64K"];
            fixed.map(str::to_owned).to_vec()
        };
        let whole = scratch.path(&format!("whole-{format}"));
        let started = std::time::Instant::now();
        assert_eq!(boctin(&arguments(&whole).iter().map(String::as_str).collect::<Vec<_>>(), "").code, 1);
        let takes = started.elapsed();

        let broken = scratch.path(&format!("broken-{format}"));
        let arguments = arguments(&broken);
        let arguments: Vec<_> = arguments.iter().map(String::as_str).collect();
        let (mut kills, mut seed) = (0, 7_u32);
        loop {
            let mut child = spawn(&arguments);
            seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            std::thread::sleep(takes.mul_f64(f64::from(seed % 1000) / 1500.0).max(Duration::from_millis(2)));
            if kills >= 12 || child.try_wait().unwrap().is_some() {
                assert_eq!(child.wait().unwrap().code(), Some(1));
                break;
            }
            child.kill().unwrap();
            child.wait().unwrap();
            kills += 1;
        }
        assert!(kills > 0, "no run was killed");
        assert_eq!(files(&broken), files(&whole), "after {kills} kills");
    }
}
