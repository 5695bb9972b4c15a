//! The work that a text may make, counted and not timed: no text has candidates out of proportion to its tokens.

use boctin::gazetteer::annotated::Annotated;
use boctin::gazetteer::{Gazetteer, WordCache};
use boctin::resolve::overlap::Bench;
use boctin::rules::name::board::Board;
use boctin::rules::name::weights::Weights;
use boctin::segment::{sentence, token, wrap};

#[path = "support/hostile.rs"]
mod hostile;

use hostile::HOSTILE;

/// Tokens of `text`, candidates, and tokens of all candidates together.
fn count(text: &str) -> (usize, usize, usize) {
    let gazetteer = Gazetteer::standard();
    let (mut tokens, mut sentences, mut lookups) = (Vec::new(), Vec::new(), Vec::new());
    token::tokenize(text, &mut tokens);
    wrap::soften(text, &mut tokens);
    gazetteer.annotate(text, &mut tokens, &mut WordCache::new());
    sentence::split(text, &tokens, &mut sentences);
    gazetteer.lookups(&tokens, &mut lookups);
    let doc =
        Annotated { text, tokens: &tokens, sentences: &sentences, lookups: &lookups, reference: None, year: None };
    let board = Board::new(doc, gazetteer, std::iter::empty());
    let mut bench = Bench::default();
    bench.fill(&board, Weights::standard());
    (tokens.len(), bench.candidates(), bench.candidate_tokens())
}

#[test]
fn no_text_has_candidates_out_of_proportion() {
    for (name, piece) in HOSTILE {
        let (tokens, candidates, length) = count(&piece.repeat(20_000));
        assert!(tokens >= 20_000, "{name}: {tokens} tokens");
        assert!(candidates <= 3 * tokens + 4_096, "{name}: {candidates} candidates for {tokens} tokens");
        // A body's tail has up to 24 steps, of type words of up to four tokens.
        assert!(length <= 100 * candidates, "{name}: {candidates} candidates of {length} tokens");
    }
}

#[test]
fn twice_the_text_has_twice_the_candidates() {
    let piece = "Ông Đinh Văn Thao, Giám đốc Sở Y tế tỉnh Lâm Thao, làm việc với Công ty Ba Vàng tại xã Vũng Dừa.\n\n";
    let (_, once, _) = count(&piece.repeat(500));
    let (_, twice, _) = count(&piece.repeat(1_000));
    assert_eq!(twice, 2 * once);
}
