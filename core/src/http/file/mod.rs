//! Downloads of files: the request, the response and the path in the URL. Here: what a transport
//! for files takes and returns. Not here: `getFile`, resuming and destinations
//! (`client::download`).

pub(crate) mod path;
pub(crate) mod request;
pub(crate) mod response;
