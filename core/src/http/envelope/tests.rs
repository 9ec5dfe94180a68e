use std::time::Duration;

use serde::Deserialize;
use serde_json::Value;

use super::*;
use crate::client::method::FromResult;
use crate::error::{ApiError, ApiErrorKind, Delivery};

fn answer<R: FromResult>(status: u16, body: &str) -> Result<R, Error> {
    let response = Response::new(status, body.to_owned());
    decode(R::READ, "getIt", &response, up_to(1 << 20)).map(|(result, _)| result)
}

fn up_to(limit: usize) -> Options {
    Options {
        limit,
        strict: false,
        reports: true,
    }
}

fn refusal(status: u16, body: &str) -> ApiError {
    match answer::<Value>(status, body) {
        Err(Error::Api(error)) => *error,
        other => panic!("{other:?}"),
    }
}

fn kind(status: u16, body: &[u8]) -> ResponseErrorKind {
    let response = Response::new(status, body.to_vec());
    match decode(Value::READ, "getIt", &response, up_to(1000)) {
        Err(Error::Response(error)) => {
            assert_eq!((error.method(), error.status()), ("getIt", status));
            assert!(error.to_string().contains("`getIt` returned status"));
            error.kind()
        }
        other => panic!("{other:?}"),
    }
}

fn misfit<R: FromResult + std::fmt::Debug>(result: &str) -> (String, String) {
    // The response as the server writes it, and one whose envelope is decoded member by member.
    let direct = answer::<R>(200, &format!(r#"{{"ok":true,"result":{result}}}"#));
    let spaced = answer::<R>(
        200,
        &format!("{{\n \"result\" : {result} , \"ok\" : true }}"),
    );
    let [direct, spaced] = [direct, spaced].map(|answer| match answer {
        Err(error @ Error::Decode(_)) => {
            assert_eq!(error.delivery(), Delivery::Answered);
            assert!(error.accepted());
            let Error::Decode(error) = error else {
                unreachable!()
            };
            (error.path().to_owned(), error.problem().to_owned())
        }
        other => panic!("{other:?}"),
    });
    assert_eq!(direct, spaced);
    direct
}

#[derive(Debug, PartialEq, Deserialize)]
struct Photos {
    photos: Vec<Vec<Photo>>,
}

#[derive(Debug, PartialEq, Deserialize)]
struct Photo {
    id: String,
    width: i32,
    #[serde(default)]
    ratio: f64,
}

mod decoding;
mod misfits;
mod refusals;
