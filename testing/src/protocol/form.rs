//! Forms: `multipart/form-data` as the server parses it. multer splits the parts; their headers are
//! parsed here, because the server has its own dialect.

use std::pin::{Pin, pin};
use std::task::{Context, Poll, Waker};

use std::convert::Infallible;

use bytes::Bytes;
use futures_core::Stream;
use hyper::header::{self, HeaderMap};
use multer::{Field, Multipart};

use super::disposition::{Disposition, boundary};
use super::encoding::{BodyKind, Parameters, urlencoded};
use crate::protocol::complaint::Complaint;
use crate::records::ReceivedFile;

/// The server's maximum number of files in a form.
const MOST_FILES: usize = 50;

/// The content of a form.
#[derive(Debug, Default)]
pub(crate) struct Form {
    pub(crate) parameters: Parameters,
    pub(crate) files: Vec<ReceivedFile>,
    pub(crate) complaints: Vec<Complaint>,
}

/// Why the server stops reading a form.
#[derive(Debug)]
pub(crate) enum Fault {
    /// The form is malformed, with the reason.
    Malformed(&'static str),
    TooManyFiles,
}

/// Parses a form.
pub(crate) fn decode(content_type: &str, body: &Bytes) -> Result<Form, Fault> {
    let boundary = boundary(content_type).ok_or(Fault::Malformed("there is no boundary"))?;
    let body = Whole(Some(body.clone()));
    let reading = pin!(read(Multipart::new(body, boundary)));
    // All bytes are available, so reading never waits.
    match reading.poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(outcome) => outcome,
        Poll::Pending => Err(Fault::Malformed("it breaks off")),
    }
}

/// A body as a stream of one item.
struct Whole(Option<Bytes>);

impl Stream for Whole {
    type Item = Result<Bytes, Infallible>;

    fn poll_next(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        Poll::Ready(self.0.take().map(Ok))
    }
}

async fn read(mut parts: Multipart<'_>) -> Result<Form, Fault> {
    let mut form = Form::default();
    let broken = |_| Fault::Malformed("it breaks off, or a part's headers are not HTTP");
    while let Some(part) = parts.next_field().await.map_err(broken)? {
        let disposition = disposition(part.headers())?;
        let content_type = content_type(&part);
        let content = part.bytes().await.map_err(broken)?;
        form.part(disposition, content_type, content)?;
    }
    Ok(form)
}

fn disposition(headers: &HeaderMap) -> Result<Disposition, Fault> {
    let value = headers
        .get(header::CONTENT_DISPOSITION)
        .ok_or(Fault::Malformed("a part has no Content-Disposition"))?;
    Disposition::of(value.as_bytes()).map_err(Fault::Malformed)
}

fn content_type(part: &Field<'_>) -> Option<String> {
    let value = part.headers().get(header::CONTENT_TYPE)?;
    Some(String::from_utf8_lossy(value.as_bytes()).into_owned())
}

impl Form {
    fn part(
        &mut self,
        disposition: Disposition,
        mime_type: Option<String>,
        content: Bytes,
    ) -> Result<(), Fault> {
        let Disposition {
            name,
            file_name,
            ignored,
        } = disposition;
        self.complaints
            .extend(ignored.into_iter().map(Complaint::IgnoredKey));
        if let Some(file_name) = file_name {
            if self.files.len() == MOST_FILES {
                return Err(Fault::TooManyFiles);
            }
            self.files.push(ReceivedFile {
                part: name,
                file_name,
                mime_type,
                content,
            });
        } else if mime_type.as_deref().map(BodyKind::of) == Some(BodyKind::Urlencoded) {
            // Such a part is not a parameter, but contains parameters.
            urlencoded(&content, &mut self.parameters);
        } else {
            self.parameters.push(name.into_bytes(), content.into());
        }
        Ok(())
    }
}
