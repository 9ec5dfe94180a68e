//! The interface between a download and the network: any tower service from [`FileRequest`] to
//! [`FileResponse`].

use std::error::Error as StdError;
use std::fmt;
use std::future::{Future, poll_fn};
use std::pin::Pin;
use std::sync::Arc;

use tower_service::Service;

use crate::http::file::request::FileRequest;
use crate::http::file::response::FileResponse;

type BoxError = Box<dyn StdError + Send + Sync>;
type FileFuture = Pin<Box<dyn Future<Output = Result<FileResponse, BoxError>> + Send>>;

/// A type-erased tower service that requests files. Clones share it.
#[derive(Clone)]
pub(crate) struct FileTransport(Arc<dyn Erased>);

impl FileTransport {
    /// Creates a transport from a service. Each request goes to a clone of the service.
    pub(crate) fn new<S>(service: S) -> Self
    where
        S: Service<FileRequest, Response = FileResponse> + Clone + Send + Sync + 'static,
        S::Error: Into<BoxError>,
        S::Future: Send,
    {
        Self(Arc::new(Foreign(service)))
    }

    pub(crate) fn send(&self, request: FileRequest) -> FileFuture {
        self.0.send(request)
    }
}

impl fmt::Debug for FileTransport {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("FileTransport")
    }
}

trait Erased: Send + Sync {
    fn send(&self, request: FileRequest) -> FileFuture;
}

struct Foreign<S>(S);

impl<S> Erased for Foreign<S>
where
    S: Service<FileRequest, Response = FileResponse> + Clone + Send + Sync + 'static,
    S::Error: Into<BoxError>,
    S::Future: Send,
{
    fn send(&self, request: FileRequest) -> FileFuture {
        let mut service = self.0.clone();
        Box::pin(async move {
            // Call the clone that was polled ready; readiness may be a permit.
            poll_fn(|cx| service.poll_ready(cx))
                .await
                .map_err(Into::into)?;
            service.call(request).await.map_err(Into::into)
        })
    }
}
