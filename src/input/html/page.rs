//! What is read from a page's tree: the article's body by Readability; headline, date and lead by the marks that
//! newspapers' pages carry.

use dom_query::Document as Tree;
use dom_smoothie::{Config, Readability};

use super::super::published;
use super::strip;

/// The parts of an article, as text.
pub(super) struct Page {
    /// For the record: the page's own title, without the site's name.
    pub(super) title: Option<String>,
    /// The headline as printed.
    pub(super) headline: Option<String>,
    /// The date as the page's metadata or its date line has it.
    pub(super) date: Option<String>,
    /// The date line as printed.
    pub(super) date_line: Option<String>,
    /// The paragraph between headline and body (sapo).
    pub(super) lead: Option<String>,
    pub(super) body: String,
}

/// Where newspapers' pages put the paragraph under the headline.
const LEADS: &str = "[class*=sapo], [class*=Sapo], .lead, .article__lead, .detail-lead, [class*=summary], [class*=chapeau], \
    [itemprop=description]";

/// Where they put the date line.
const DATES: &str = "time, [class*=date], [class*=Date], [class*=time], [class*=Time], [itemprop=datePublished]";

/// Reads `html`; `None` where no article is found in it.
pub(super) fn read(html: &str) -> Option<Page> {
    let tree = Tree::from(html);
    let headline = headline(&tree);
    let (date_line, date_mark) = date_line(&tree, headline.is_some());
    let lead = lead(&tree);
    let mut readability = Readability::with_document(tree, None, Some(Config::default())).ok()?;
    let metadata = readability.get_article_metadata(readability.parse_json_ld());
    let article = readability.parse().ok()?;
    let body = strip::text(&article.content);
    if body.trim().is_empty() {
        return None;
    }
    let date = metadata.published_time.map(|date| date.to_string()).or(date_mark).or_else(|| date_line.clone());
    let title = headline.clone().or_else(|| Some(metadata.title.trim().to_owned()).filter(|title| !title.is_empty()));
    Some(Page { title, headline, date, date_line, lead, body })
}

/// The first `h1` with text of its own, and not the site's name.
fn headline(tree: &Tree) -> Option<String> {
    tree.select("h1").iter().find_map(|heading| {
        let class = heading.attr("class").unwrap_or_default().to_ascii_lowercase();
        let text = squeeze(&heading.text());
        let words = text.split(' ').count();
        (!class.contains("logo") && (4..60).contains(&words)).then_some(text)
    })
}

/// The first short text under a mark of dates that is a date, and the attribute that says it for machines.
fn date_line(tree: &Tree, on_an_article: bool) -> (Option<String>, Option<String>) {
    if !on_an_article {
        return (None, None);
    }
    let found = tree.select(DATES).iter().take(200).find_map(|mark| {
        let text = squeeze(&mark.text());
        let said = mark.attr("datetime").or_else(|| mark.attr("content")).map(|value| value.to_string());
        let printed = (text.len() < 120 && published::parse(&text).is_some()).then_some(text);
        (printed.is_some() || said.as_deref().is_some_and(|said| published::parse(said).is_some()))
            .then_some((printed, said))
    });
    found.unwrap_or_default()
}

/// The first text under a mark of leads that is no mere label, and not another article's.
fn lead(tree: &Tree) -> Option<String> {
    tree.select(LEADS).iter().take(50).find_map(|mark| {
        let text = squeeze(&mark.text());
        let words = text.split(' ').count();
        (5..150).contains(&words).then_some(text).filter(|_| mark.select("a").length() < 3)
    })
}

fn squeeze(text: &str) -> String {
    text.split_ascii_whitespace().collect::<Vec<_>>().join(" ")
}
