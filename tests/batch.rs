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
fn what_cannot_be_read_is_in_the_errors_with_its_input_position_and_cause() {
    let scratch = Scratch::new();
    let mut packed = zstd::encode_all(dump(2000).as_bytes(), 1).unwrap();
    packed.truncate(packed.len() / 2);
    scratch.write_bytes("in/a-cut.ndjson.zst", &packed);
    scratch.write_bytes("in/b-bytes.ndjson", b"{\"id\":1,\"text\":\"\xFF\xFE\"}\n{\"id\":2,\"text\":\"Tin\"}\n");
    scratch.write("in/c.warc", "WARC/1.0\r\nWARC-Type: response\r\nContent-Length: none\r\n\r\nx\r\n\r\n");
    scratch.write("in/d-long.ndjson", &format!("{{\"text\":\"Tin\"}}\n{{\"text\":\"{}\"}}\n", "a".repeat(200_000)));
    scratch.write_bytes("in/e-text.txt", b"Tin \xC0\xAF\xFF\xFE\x81\x00 moi");
    let (out, gone) = (scratch.path("out"), scratch.path("gone.txt"));
    // A file that opens and cannot be read.
    let unreadable = if cfg!(target_os = "linux") { "/proc/self/mem" } else { &gone };
    let limit = ["--max-document-bytes", "100K"];
    let arguments = ["batch", &scratch.path("in"), &gone, unreadable, "--out", &out, "--format", "ndjson"];
    let said = boctin(&[&arguments[..], &limit].concat(), "");
    assert_eq!(said.code, 1, "{}", said.stderr);
    let errors = fs::read_to_string(Path::new(&out).join("errors.ndjson")).unwrap();
    let errors: Vec<Value> = errors.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let of = |name: &str| {
        let found = errors.iter().rfind(|error| error["input"].as_str().is_some_and(|input| input.ends_with(name)));
        let error = found.unwrap_or_else(|| panic!("{name}: {errors:?}"));
        (error["record"].as_u64().unwrap(), error["cause"].as_str().unwrap(), error["error"].as_str().unwrap())
    };
    let (record, cause, error) = of("a-cut.ndjson.zst");
    assert!(record > 1 && cause == "io" && error.contains("zstd data is truncated"), "{error}");
    assert_eq!((of("b-bytes.ndjson").0, of("b-bytes.ndjson").1), (1, "encoding"));
    assert_eq!((of("c.warc").0, of("c.warc").1), (1, "format"));
    let (record, cause, error) = of("d-long.ndjson");
    assert!((record, cause) == (2, "limit") && error.contains("--max-document-bytes"), "{error}");
    assert_eq!(of("e-text.txt").1, "encoding");
    assert_eq!((of("gone.txt").0, of("gone.txt").1), (1, "io"));
    assert_eq!(of(unreadable).1, "io");
}

#[test]
fn two_runs_do_not_write_to_one_folder_at_a_time() {
    let scratch = Scratch::new();
    let out = scratch.path("out");
    let arguments = ["batch", "-", "--out", &out, "--resume", "--quiet"];
    let mut first = spawn(&arguments);
    let manifest = Path::new(&out).join("manifest.ndjson");
    while fs::metadata(&manifest).map_or(0, |metadata| metadata.len()) == 0 {
        std::thread::sleep(Duration::from_millis(5));
    }
    let second = boctin(&arguments, "");
    assert!(second.code == 2 && second.stderr.contains("another run"), "{}", second.stderr);
    first.kill().unwrap();
    first.wait().unwrap();
    assert_eq!(boctin(&arguments, dump(3)).code, 0);
}

#[test]
fn other_dictionaries_are_not_mixed() {
    let scratch = Scratch::new();
    let (input, out) = (scratch.write("a.ndjson", &dump(10)), scratch.path("out"));
    let dictionary = scratch.write("mine.tsv", "kind\tname\ntitle.post\tTrưởng trạm dữ liệu\n");
    let arguments = ["batch", &input, "--out", &out, "--quiet", "--resume", "--dictionary", &dictionary];
    assert_eq!(boctin(&arguments, "").code, 0);
    scratch.write("mine.tsv", "kind\tname\ntitle.post\tTrưởng kho dữ liệu\n");
    let mixed = boctin(&arguments, "");
    assert!(mixed.code == 2 && mixed.stderr.contains("other dictionaries"), "{}", mixed.stderr);
}

/// The largest file that the process may write stands for the disk: the error comes from the same place.
#[cfg(unix)]
#[test]
fn a_run_that_filled_the_disk_goes_on_when_there_is_room() {
    let scratch = Scratch::new();
    let input = scratch.write("a.ndjson", &dump(600));
    for format in ["ndjson", "ndjson.zst", "parquet"] {
        let folder = |name: &str| scratch.path(&format!("{name}-{format}"));
        let (whole, out) = (folder("whole"), folder("out"));
        let arguments = |out: &str| {
            let fixed = ["batch", &input, "--out", out, "--format", format, "--tables", "--quiet", "--resume"];
            [&fixed[..], &["--shard-bytes", "200K"]].concat().into_iter().map(str::to_owned).collect::<Vec<_>>()
        };
        let run = |out: &str| boctin(&arguments(out).iter().map(String::as_str).collect::<Vec<_>>(), "");
        assert_eq!(run(&whole).code, 1);
        let limited = "trap '' XFSZ; ulimit -f 60; exec \"$0\" \"$@\"";
        let mut command = std::process::Command::new("sh");
        command.args(["-c", limited, env!("CARGO_BIN_EXE_boctin")]).args(arguments(&out));
        let full = command.output().unwrap();
        let said = String::from_utf8_lossy(&full.stderr);
        assert!(full.status.code() == Some(2) && said.contains("File too large"), "{format}: {said}");
        assert!(said.contains(&out) && said.contains("go on with --resume"), "{said}");
        assert_eq!(run(&out).code, 1);
        assert!(files(&out) == files(&whole), "{format}");
    }
}

/// Half of the stops are a kill, half are Ctrl-C.
#[test]
fn a_run_stopped_at_any_moment_and_resumed_leaves_the_bytes_of_an_undisturbed_one() {
    let scratch = Scratch::new();
    scratch.write("in/a.ndjson", &dump(1500));
    scratch.write("in/b.ndjson", &dump(1000));
    scratch.write("in/c.txt", "Tin ngắn");
    let input = scratch.path("in");
    for format in ["ndjson", "ndjson.zst", "parquet"] {
        let arguments = |out: &str| -> Vec<String> {
            let fixed = ["batch", &input, "--out", out, "--resume", "--quiet", "--format", format, "--tables"];
            [&fixed[..], &["--shard-bytes", "64K"]].concat().into_iter().map(str::to_owned).collect()
        };
        let whole = scratch.path(&format!("whole-{format}"));
        let started = std::time::Instant::now();
        assert_eq!(boctin(&arguments(&whole).iter().map(String::as_str).collect::<Vec<_>>(), "").code, 1);
        let takes = started.elapsed();

        let broken = scratch.path(&format!("broken-{format}"));
        let arguments = arguments(&broken);
        let arguments: Vec<_> = arguments.iter().map(String::as_str).collect();
        let (mut stops, mut seed) = (0, 7_u32);
        loop {
            let mut child = spawn(&arguments);
            seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            let part = f64::from(seed >> 8) / f64::from(1 << 24);
            std::thread::sleep(takes.mul_f64(part * 0.7).max(Duration::from_millis(2)));
            if stops >= 8 || child.try_wait().unwrap().is_some() {
                assert_eq!(child.wait().unwrap().code(), Some(1));
                break;
            }
            if cfg!(unix) && stops % 2 == 1 {
                let id = child.id().to_string();
                std::process::Command::new("kill").args(["-INT", &id]).status().unwrap();
                // It may have come to its end before the signal, or not yet to where it waits for one.
                let code = child.wait().unwrap().code();
                assert!([Some(130), Some(1), None].contains(&code), "{code:?}");
            } else {
                child.kill().unwrap();
                child.wait().unwrap();
            }
            stops += 1;
        }
        assert!(stops > 0, "no run was stopped");
        assert!(files(&broken) == files(&whole), "{format}, after {stops} stops");
    }
}
