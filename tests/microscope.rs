//! `explain` and `eval`: that they say what `extract` does.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod run;

use std::collections::BTreeSet;

use boctin::gazetteer::Gazetteer;
use boctin::input::document::Document;
use boctin::pipeline::{Extractor, Options};
use boctin::resolve::lattice::explain::contests;
use boctin::rules::name::board::Board;
use boctin::rules::name::weights::Weights;
use run::{Scratch, boctin};

const TEXT: &str = "Chủ tịch UBND tỉnh Bắc Giang Lê Văn Lượm họp với Sở Y tế Nghệ An. Ông Lượm giao:\n\n\
    1. Sở Y tế rà soát Nghị định số 41/2023/NĐ-CP trước ngày 20-4-2017.\n\n2. Chị Lò Thị Pá đến Hà Nội.\n";

const GOLD: &str = "#published: 2017-03-04\nÔng <PER>Lê Văn Lượm</PER> họp <DATE value=\"2017-03-03\">hôm qua</DATE> \
    ở <LOC>Hà Nội</LOC> với <PER>bà chủ</PER>.\n";

#[test]
fn every_mention_of_the_record_is_explained() {
    let extractor = Extractor::new(&Options::default()).unwrap();
    let document = Document::new("a", TEXT).published("2017-03-04");
    let record = extractor.extract(&document);
    let explained = extractor.explain(&document);
    let texts = |kinds: &[&str]| -> BTreeSet<&str> {
        explained.iter().filter(|item| kinds.contains(&item.kind)).map(|item| &TEXT[item.span.range()]).collect()
    };
    let people = record.people.iter().flat_map(|person| &person.mentions).map(|mention| mention.text.as_str());
    assert_eq!(texts(&["PER"]), people.collect());
    let places = record.locations.iter().flat_map(|place| &place.mentions).map(|mention| mention.text.as_str());
    assert_eq!(texts(&["LOC"]), places.collect());
    let dates = record.dates.iter().flat_map(|date| &date.mentions).map(|mention| mention.text.as_str());
    assert_eq!(texts(&["DATE"]), dates.collect());
    let weighed = explained.iter().filter(|item| item.kind == "PER");
    assert!(weighed.clone().count() > 0);
    for item in weighed {
        assert!(item.weights.as_ref().is_some_and(|(_, features)| !features.is_empty()), "{item:?}");
    }
}

#[test]
fn what_was_taken_lacks_nothing_to_the_best_reading_and_no_rival_beats_it() {
    let extractor = Extractor::new(&Options::default()).unwrap();
    let found = extractor.read(&Document::new("a", TEXT), |doc, _, _| {
        contests(&Board::new(*doc, Gazetteer::standard(), std::iter::empty()), Weights::standard())
    });
    let taken: Vec<_> = found.iter().filter_map(|contest| contest.taken.as_ref()).collect();
    assert!(!taken.is_empty());
    for name in taken {
        assert!(name.behind.abs() < 0.01, "{name:?}");
    }
    for rival in found.iter().flat_map(|contest| &contest.rivals) {
        assert!(rival.behind >= 0.0 && rival.behind.is_finite(), "{rival:?}");
    }
}

#[test]
fn explain_marks_the_text_and_gives_rules_rows_and_rivals() {
    let said = boctin(&["explain", "--published", "2017-03-04"], TEXT);
    assert_eq!((said.code, said.stderr.as_str()), (0, ""));
    for part in ["[PER Lê Văn Lượm]", "person.run", "for ", "row ", "titles/", "lost ", "2017-04-20"] {
        assert!(said.stdout.contains(part), "{part} is not in\n{}", said.stdout);
    }
    let coloured = boctin(&["explain", "--color", "always", "--all"], TEXT);
    assert!(coloured.stdout.contains("\u{1b}["));
}

#[test]
fn eval_prints_figures_and_errors() {
    let folder = Scratch::new();
    folder.write("one.ann", GOLD);
    let said = boctin(&["eval", "--errors", "PER", &folder.path("")], "");
    assert_eq!((said.code, said.stderr.as_str()), (0, ""));
    assert!(
        said.stdout.contains("- PER one:41-47 ng Lê Văn Lượm họp hôm qua ở Hà Nội với ⟦bà chủ⟧."),
        "{}",
        said.stdout
    );
    assert!(said.stdout.contains("PER                 1.000  0.500  0.667    0.667      2      1"), "{}", said.stdout);
    let json: serde_json::Value =
        serde_json::from_str(&boctin(&["eval", "--json", &folder.path("one.ann")], "").stdout).unwrap();
    assert_eq!(json["values"]["DATE+value"]["f1"], 1.0);
    assert_eq!(json["types"]["PER"]["gold"], 2);
}

#[test]
fn eval_says_what_is_wrong_with_a_gold_file() {
    let folder = Scratch::new();
    let said =
        boctin(&["eval", &folder.write("bad.ann", "#published: unknown\n<PER>Lê"), &folder.write("a.ann", GOLD)], "");
    assert_eq!(said.code, 1);
    assert!(said.stderr.contains("bad.ann: line 2: <PER> is never closed"), "{}", said.stderr);
    assert_eq!(boctin(&["eval", &folder.path("none.ann")], "").code, 2);
}
