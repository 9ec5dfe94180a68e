//! Downloads from a server whose answers are random: cut, short, without sizes, of a file that is
//! replaced, and wrong.

use std::collections::VecDeque;
use std::convert::Infallible;
use std::future::{Ready, ready};
use std::pin::Pin;
use std::sync::{Arc, Mutex};
use std::task::{Context, Poll};
use std::time::Duration;

use bytes::Bytes;
use futures_core::Stream;
use telegrammar_core::Bot;
use telegrammar_core::download::FileRef;
use telegrammar_core::transport::{FileRequest, FileResponse, Request, Response};
use tower::service_fn;

use super::loopback::TOKEN;

/// Numbers that are the same in each run: xorshift.
struct Random(u64);

impl Random {
    fn below(&mut self, bound: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % u64::try_from(bound).unwrap()).unwrap()
    }

    /// Returns whether something happens, once in so many times.
    fn once_in(&mut self, times: usize) -> bool {
        self.below(times) == 0
    }
}

/// The chunks of a body, and then an error, or the end.
struct Chunks(VecDeque<Bytes>, bool);

impl Stream for Chunks {
    type Item = Result<Bytes, &'static str>;

    fn poll_next(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        Poll::Ready(match self.0.pop_front() {
            Some(chunk) => Some(Ok(chunk)),
            None => std::mem::take(&mut self.1).then_some(Err("cut")),
        })
    }
}

struct Server {
    way: Random,
    versions: [Bytes; 2],
    version: usize,
    /// Whether the file may be replaced, so that each response must say its version.
    changes: bool,
    lies: bool,
}

impl Server {
    fn answer(&mut self, request: &FileRequest) -> FileResponse {
        let way = &mut self.way;
        if self.changes && way.once_in(6) {
            self.version = 1;
        }
        let content = self.versions[self.version].clone();
        let etag = format!("\"{}\"", self.version);
        let has_tag = self.changes || way.once_in(2);
        let nothing = || Chunks(VecDeque::new(), false);
        if way.once_in(10) {
            return FileResponse::new(503, nothing());
        }
        let offset = request.range().map(|range| {
            let range = range.strip_prefix("bytes=").unwrap().to_owned();
            range.strip_suffix('-').unwrap().parse::<usize>().unwrap()
        });
        let is_current = request.if_range().is_none_or(|known| known == etag);
        let with_tag = |response: FileResponse| {
            if has_tag {
                response.with_header("ETag", etag.clone())
            } else {
                response
            }
        };
        let Some(first) = offset.filter(|_| is_current && !way.once_in(5)) else {
            let has_length = way.once_in(2);
            let response = with_tag(FileResponse::new(200, body(way, &content, has_length)));
            return if has_length {
                response.with_header("Content-Length", content.len().to_string())
            } else {
                response
            };
        };
        if first >= content.len() {
            let range = format!("bytes */{}", content.len());
            return FileResponse::new(416, nothing()).with_header("Content-Range", range);
        }
        let lie = if self.lies { way.below(8) } else { 9 };
        let end = if way.once_in(2) {
            content.len()
        } else {
            first + 1 + way.below(content.len() - first)
        };
        let part = match lie {
            0 => content.slice(first..content.len()),
            1 => content.slice(0..end - first),
            _ => content.slice(first..end),
        };
        let total = match (lie, way.once_in(3)) {
            (2, _) => (content.len() + 1).to_string(),
            (_, true) => "*".to_owned(),
            _ => content.len().to_string(),
        };
        let stated = match lie {
            1 => 0,
            3 => first.saturating_sub(1),
            4 => first + 1,
            _ => first,
        };
        let last = stated + (end - first) - 1;
        let response = with_tag(FileResponse::new(206, body(way, &part, true)));
        let response = match lie {
            5 => response,
            _ => response.with_header("Content-Range", format!("bytes {stated}-{last}/{total}")),
        };
        match lie {
            6 => response.with_header("Content-Encoding", "GZIP"),
            7 => response.with_header("Content-Length", (end - first + 1).to_string()),
            _ => response,
        }
    }
}

/// Returns a body that may be cut, in chunks that may be empty. If its length is known, it may also end
/// too early.
fn body(way: &mut Random, content: &Bytes, is_measured: bool) -> Chunks {
    let is_cut = way.once_in(2);
    let len = if is_cut {
        way.below(content.len() + 1)
    } else {
        content.len()
    };
    let mut rest = content.slice(..len);
    let mut chunks = VecDeque::new();
    while !rest.is_empty() {
        let size = way.below(rest.len() + 1);
        chunks.push_back(rest.split_to(size));
    }
    let has_error = is_cut && !(is_measured && len < content.len() && way.once_in(2));
    Chunks(chunks, has_error)
}

fn content(version: u8, len: usize) -> Bytes {
    (0..len)
        .map(|at| u8::try_from(at % 100).unwrap() + 100 * version)
        .collect()
}

/// A download either ends with the file as it was at one moment, or fails.
#[tokio::test(start_paused = true)]
async fn no_answer_makes_a_download_return_what_is_not_the_file() {
    let mut complete = [0; 4];
    for seed in 1..4000_u64 {
        let mut way = Random(seed * 7919);
        let (changes, lies) = (seed % 2 == 0, seed % 4 > 1);
        let versions = [content(0, way.below(50)), content(1, way.below(50))];
        let is_known = !changes && way.once_in(2);
        let size = is_known.then_some(versions[0].len());
        let server = Server {
            way: Random(seed * 104_729),
            versions: versions.clone(),
            version: 0,
            changes,
            lies,
        };
        let server = Arc::new(Mutex::new(server));
        let files = service_fn(move |request: FileRequest| {
            let answer = server.lock().unwrap().answer(&request);
            ready(Ok::<_, Infallible>(answer))
        });
        let calls =
            service_fn(|_: Request| -> Ready<Result<Response, Infallible>> { panic!("no call") });
        let bot = Bot::builder(TOKEN)
            .transport(calls)
            .file_transport(files)
            .build()
            .unwrap();
        let file = FileRef::new("").path("a/b");
        let file = match size {
            Some(size) => file.size(u64::try_from(size).unwrap()),
            None => file,
        };
        let seen = Arc::new(Mutex::new(Vec::<(u64, Option<u64>)>::new()));
        let progress = Arc::clone(&seen);
        let download = bot.download(file).on_progress(move |received, total| {
            progress.lock().unwrap().push((received, total));
        });
        let ended = tokio::time::timeout(Duration::from_secs(3600), download.bytes(60)).await;
        let seen = seen.lock().unwrap();
        let falls = seen
            .windows(2)
            .filter(|pair| pair[1].0 <= pair[0].0)
            .count();
        assert!(falls <= usize::from(changes), "seed {seed}: {seen:?}");
        assert!(
            seen.iter()
                .all(|(received, total)| total.is_none_or(|total| *received <= total))
        );
        let kind = usize::from(changes) + 2 * usize::from(lies);
        if let Ok(file) = ended.expect("it ends") {
            assert!(
                versions.contains(&file),
                "seed {seed}: {file:?} of {versions:?}"
            );
            let last = seen.last().map_or(0, |(received, _)| *received);
            assert!(
                file.is_empty() || last == u64::try_from(file.len()).unwrap(),
                "seed {seed}"
            );
            complete[kind] += 1;
        }
    }
    assert!(complete.iter().all(|count| *count > 100), "{complete:?}");
}
