//! The outline: which markers belong to one list, what each item holds, what stands before each list.
//!
//! One pass over the lines with a stack of open lists. A marker goes on with the innermost list of its style that it can
//! follow; a first marker opens a list inside the innermost open item; anything else at the head of a line opens a list of
//! its own, and in the middle of a line is text.

use crate::gazetteer::annotated::Annotated;
use crate::model::span::Extent;
use crate::rules::task::line::{self, Line, LineKind, ends_sentence, is_heading};
use crate::rules::task::marker::{self, Marker, Style, next_mark};
use crate::rules::task::quote::{self, Quote};
use crate::rules::task::words::{is_markup, last_text, trim};

/// Tokens before an inline marker that are read as its announcement.
const LEAD: usize = 200;

/// A numbered item, a task or not.
#[derive(Debug)]
pub(crate) struct Item {
    pub(crate) marker: Marker,
    /// The path of numbers: `II.3`.
    pub(crate) path: String,
    /// The item that it is part of.
    pub(crate) parent: Option<usize>,
    /// Its list.
    pub(crate) list: usize,
    /// The first token of its text.
    pub(crate) text: usize,
    /// One past all that it holds, its parts included.
    pub(crate) end: usize,
    /// The marker of its first part.
    pub(crate) first_part: Option<usize>,
    /// Its list of parts.
    pub(crate) parts: Option<usize>,
    /// Where paragraphs begin that belong to it only if its list is one of items of several paragraphs.
    further: Vec<usize>,
    /// Where words stand that close the list unless it goes on.
    soft_end: Option<usize>,
    /// Where a caption ends it.
    caption: Option<usize>,
}

/// Items of one level.
#[derive(Debug)]
pub(crate) struct List {
    pub(crate) items: Vec<usize>,
    /// The item that the list is part of.
    pub(crate) parent: Option<usize>,
    /// What stands before the first marker, the announcing words first, then the two lines with words above them.
    pub(crate) above: [Extent; 3],
    /// The heading above, if any.
    pub(crate) heading: Option<Extent>,
    /// True inside an article of law (`Điều 5. …`).
    pub(crate) article: bool,
    /// True where a law is quoted: `Căn cứ Điều 16 Luật … quy định như sau:` stands above, under the same heading.
    pub(crate) quoted: bool,
    /// True where its first item is not the first of a count.
    pub(crate) torn: bool,
    /// Which section of the text, counted from hard headings.
    pub(crate) section: usize,
}

/// The lists and items of a document.
#[derive(Debug, Default)]
pub(crate) struct Outline {
    pub(crate) items: Vec<Item>,
    pub(crate) lists: Vec<List>,
}

/// An open list.
#[derive(Debug, Clone, Copy)]
struct Level {
    style: Style,
    last: u32,
    item: usize,
    list: usize,
    /// The first token of the line that heads the list, if it ends with a colon.
    head: Option<usize>,
}

#[derive(Debug, Default)]
struct Builder {
    outline: Outline,
    stack: Vec<Level>,
    /// The last three lines with words, the latest first.
    lines: [Option<Extent>; 3],
    heading: Option<Extent>,
    article: bool,
    /// The law that is being quoted.
    quoted: Option<Quote>,
    /// The list of the articles of law (`Điều 5. …`), which runs on through chapters, and the number of its last.
    articles: Option<(usize, u32)>,
    section: usize,
}

/// Reads the outline of `doc`. Linear in its tokens.
pub(crate) fn read(doc: &Annotated<'_>) -> Outline {
    let mut builder = Builder::default();
    let mut first = 0;
    for at in 1..=doc.tokens.len() {
        if at == doc.tokens.len() || doc.gap(at).is_break() {
            builder.line(doc, line::read(doc, first, at));
            first = at;
        }
    }
    builder.close(0, doc.tokens.len());
    builder.settle(doc);
    builder.outline
}

impl Builder {
    fn line(&mut self, doc: &Annotated<'_>, line: Line) {
        self.quoted = quote::after(doc, line, self.quoted);
        let marker = match line.kind {
            LineKind::Article => marker::article(doc, line.text),
            LineKind::Boundary if line::is_row(doc, line) => None,
            _ if line.text < line.end => marker::read(doc, line.text, true),
            _ => None,
        };
        if marker.is_none() || line.kind == LineKind::Article {
            self.plain_line(doc, line);
        } else if doc.token_text(line.first).starts_with('#') {
            self.heading = Some(Extent::new(line.text, line.end));
        }
        let mut at = line.text;
        let mut opening = marker;
        while at < line.end {
            if opening.is_none() {
                at = next_mark(doc, at, line.end);
                if at >= line.end {
                    break;
                }
            }
            match opening.take().or_else(|| marker::read(doc, at, false)) {
                Some(marker) if marker.end < line.end || marker.opens_line => {
                    at = marker.end.max(at + 1);
                    self.place(doc, marker, line);
                }
                _ => at += 1,
            }
        }
        if line.kind != LineKind::Blank && line.kind != LineKind::Boundary {
            self.lines = [Some(Extent::new(line.text, line.end)), self.lines[0], self.lines[1]];
        }
    }

    /// A line that no marker opens: goes on with the open item, or ends it.
    fn plain_line(&mut self, doc: &Annotated<'_>, line: Line) {
        match line.kind {
            LineKind::Heading | LineKind::Article | LineKind::Boundary | LineKind::Closing => {
                self.close(0, line.first);
                self.stack.clear();
                self.section += 1;
                self.article = line.kind == LineKind::Article || line.kind == LineKind::Boundary && self.article;
                if matches!(line.kind, LineKind::Heading | LineKind::Closing) {
                    self.articles = None;
                }
                if line.kind != LineKind::Boundary {
                    self.heading = Some(Extent::new(line.text, line.end));
                }
            }
            LineKind::Bold => {
                let kept =
                    self.stack.iter().take_while(|level| matches!(level.style, Style::Roman | Style::Capital)).count();
                self.close(kept, line.first);
                self.stack.truncate(kept);
                self.article = false;
                self.heading = Some(Extent::new(line.text, line.end));
            }
            LineKind::Caption => self.open_item(|item| {
                item.caption.get_or_insert(line.first);
            }),
            LineKind::Bullet => self.close_under(doc, line),
            LineKind::Gap => self.open_item(|item| {
                item.soft_end.get_or_insert(line.first);
            }),
            LineKind::SoftClosing => self.open_item(|item| {
                item.soft_end.get_or_insert(line.first);
            }),
            LineKind::Plain if ends_sentence(doc, line.first) => {
                let heads = is_heading(doc, line);
                self.open_item(|item| {
                    item.further.push(line.first);
                    if heads {
                        item.soft_end.get_or_insert(line.first);
                    }
                });
            }
            LineKind::Blank | LineKind::Plain => {}
        }
    }

    /// Ends the list that a bullet heads (`- Sở Y tế:⏎(1) …`) at the next bullet of its sort.
    fn close_under(&mut self, doc: &Annotated<'_>, line: Line) {
        let heads = |level: &Level| level.head.is_some_and(|head| doc.token_text(head) == doc.token_text(line.text));
        if let Some(depth) = self.stack.iter().position(heads) {
            self.close(depth, line.first);
            self.stack.truncate(depth);
        }
    }

    fn open_item(&mut self, change: impl FnOnce(&mut Item)) {
        if let Some(item) = self.stack.last().and_then(|level| self.outline.items.get_mut(level.item)) {
            change(item);
        }
    }

    /// Ends the open items of the levels from `depth` on at the token `at`.
    fn close(&mut self, depth: usize, at: usize) {
        for level in self.stack.iter().skip(depth) {
            if let Some(item) = self.outline.items.get_mut(level.item) {
                item.end = at;
            }
        }
    }

    fn place(&mut self, doc: &Annotated<'_>, marker: Marker, line: Line) {
        if marker.style == Style::Article {
            // The line has closed all lists.
            let list = self.articles.filter(|(_, last)| *last <= marker.value).map(|(list, _)| list);
            let list = list.unwrap_or_else(|| self.open_list(&marker, line));
            self.articles = Some((list, marker.value));
            self.add(doc, marker, 0, list);
            return;
        }
        let level = self.stack.iter().rposition(|level| level.style == marker.style);
        if let Some(depth) = level {
            let last = self.stack[depth].last;
            let skips = marker.opens_line && marker.value > last && marker.value <= last + 2;
            if marker::follows(marker.style, last, marker.value) || skips {
                self.close(depth, marker.first);
                self.stack.truncate(depth + 1);
                let list = self.stack[depth].list;
                self.add(doc, marker, depth, list);
                return;
            }
            if marker.value != 1 && !marker.opens_line {
                return;
            }
            self.close_before(doc, depth, &marker);
        } else if marker.value != 1 && !self.may_open(&marker) {
            return;
        } else {
            let depth = self.depth_for(&marker);
            self.close_before(doc, depth, &marker);
        }
        let list = self.open_list(&marker, line);
        let depth = self.stack.len();
        self.add(doc, marker, depth, list);
    }

    /// Ends the levels from `depth` on before a new list, and before the line that heads it: `- Sở Y tế:⏎(i) …`.
    fn close_before(&mut self, doc: &Annotated<'_>, depth: usize, marker: &Marker) {
        let head = self.lines[0].filter(|line| {
            let last = last_text(doc, line.range());
            marker.opens_line && last.is_some_and(|at| doc.token_text(at) == ":")
        });
        for level in self.stack.iter().skip(depth) {
            if let Some(item) = self.outline.items.get_mut(level.item) {
                item.end = head.map(Extent::first).filter(|&at| at > item.text).unwrap_or(marker.first);
            }
        }
        self.stack.truncate(depth);
    }

    /// True where a marker that is no first one may open a list: torn from its beginning, or `Thứ 5, phải …`.
    fn may_open(&self, marker: &Marker) -> bool {
        marker.opens_line && !matches!(marker.style, Style::SmallRoman | Style::Capital | Style::Cardinal)
    }

    /// How many open lists stay open outside a new one: sections are not part of items, nor `1.` of `a)`.
    fn depth_for(&self, marker: &Marker) -> usize {
        let spelled = matches!(marker.style, Style::Ordinal | Style::Cardinal);
        let moved_on = self
            .stack
            .last()
            .and_then(|level| self.outline.items.get(level.item))
            .is_some_and(|item| !item.further.is_empty());
        if spelled && marker.opens_line && moved_on {
            return self.stack.iter().take_while(|level| matches!(level.style, Style::Roman | Style::Capital)).count();
        }
        let outer = |style: Style| match marker.style {
            Style::Roman => matches!(style, Style::Capital | Style::Article),
            Style::Capital => matches!(style, Style::Roman | Style::Article),
            Style::Dotted(1) | Style::Dashed => matches!(
                style,
                Style::Article | Style::Roman | Style::Capital | Style::Labelled | Style::Ordinal | Style::Cardinal
            ),
            _ => true,
        };
        self.stack.iter().take_while(|level| outer(level.style)).count()
    }

    fn open_list(&mut self, marker: &Marker, line: Line) -> usize {
        let parent = self.stack.last().map(|level| level.item);
        let none = Extent::new(marker.first, marker.first);
        let [last, second, third] = self.lines.map(|line| line.unwrap_or(none));
        let inline = Extent::new(line.text.max(marker.first.saturating_sub(LEAD)), marker.first);
        let above = if marker.opens_line { [last, second, third] } else { [inline, last, second] };
        let index = self.outline.lists.len();
        self.outline.lists.push(List {
            items: Vec::new(),
            parent,
            above,
            heading: self.heading,
            article: self.article,
            quoted: self.quoted.is_some(),
            torn: marker.value != 1,
            section: self.section,
        });
        if let Some(item) = parent.and_then(|parent| self.outline.items.get_mut(parent)) {
            item.first_part.get_or_insert(marker.first);
            item.parts.get_or_insert(index);
        }
        index
    }

    fn add(&mut self, doc: &Annotated<'_>, marker: Marker, depth: usize, list: usize) {
        let parent = depth.checked_sub(1).and_then(|outer| self.stack.get(outer)).map(|level| level.item);
        let mut text = marker.end;
        while is_markup(doc, text) && !doc.gap(text).is_break() {
            text += 1;
        }
        let index = self.outline.items.len();
        // An item that goes on with a list keeps its head.
        let going_on = self.stack.get(depth).filter(|level| level.list == list);
        let head = going_on.map_or_else(|| self.head_of(doc, list), |level| level.head);
        let level = Level { style: marker.style, last: marker.value, item: index, list, head };
        let path = parent
            .and_then(|parent| self.outline.items.get(parent))
            .map_or_else(|| marker.label.clone(), |parent| path(parent, &marker));
        let item = Item {
            marker,
            path,
            parent,
            list,
            text,
            end: text,
            first_part: None,
            parts: None,
            further: Vec::new(),
            soft_end: None,
            caption: None,
        };
        self.outline.items.push(item);
        if let Some(list) = self.outline.lists.get_mut(list) {
            list.items.push(index);
        }
        self.stack.truncate(depth);
        self.stack.push(level);
    }

    fn head_of(&self, doc: &Annotated<'_>, list: usize) -> Option<usize> {
        let head = self.outline.lists.get(list)?.above[0];
        last_text(doc, head.range()).filter(|&at| doc.token_text(at) == ":").map(|_| head.first())
    }

    /// Ends each item where its text ends: the last one of a list before the paragraphs that are no part of it.
    fn settle(&mut self, doc: &Annotated<'_>) {
        for list in &self.outline.lists {
            let Some((&last, others)) = list.items.split_last() else { continue };
            // As many further paragraphs as another item of the list has; where words count, as all others have, since a
            // speech goes on behind its list.
            let further =
                || others.iter().filter_map(|&item| self.outline.items.get(item)).map(|item| item.further.len());
            let (most, least) = (further().max(), further().min());
            if let Some(item) = self.outline.items.get_mut(last) {
                let spelled = matches!(item.marker.style, Style::Ordinal | Style::Cardinal);
                let usual = if spelled { least } else { most };
                let further = item.further.get(usual.unwrap_or(0)).copied();
                let end = [item.soft_end, further].into_iter().flatten().min().unwrap_or(item.end);
                item.end = item.end.min(end);
            }
        }
        for item in &mut self.outline.items {
            item.end = item.caption.map_or(item.end, |caption| caption.min(item.end));
            item.end = trim(doc, item.text, item.end);
        }
    }
}

/// The path of a part of `parent`; `1.1` under `1` is `1.1`.
fn path(parent: &Item, marker: &Marker) -> String {
    let label = marker.label.as_str();
    let inner = label
        .strip_prefix(parent.marker.label.as_str())
        .and_then(|rest| rest.strip_prefix('.'))
        .filter(|_| matches!(marker.style, Style::Dotted(depth) if depth > 1));
    format!("{}.{}", parent.path, inner.unwrap_or(label))
}
