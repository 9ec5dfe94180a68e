//! The judge finds each kind of fault of a client in a record made by hand.

use std::time::{Duration, Instant};

use super::{Case, judge};
use crate::counts::Counts;
use crate::fault::Fault;
use crate::plan::{SMALL, Source, Upload, Work};
use crate::record::Seen;
use crate::report::Report;

const ONCE: Work = Work::Document(Upload {
    source: Source::Once { has_length: true },
    size: SMALL,
});

/// Returns an attempt that was answered at once. `performed` is `None` if it did not arrive.
fn seen(at: Instant, performed: Option<bool>) -> Seen {
    let arrived = performed.map(|_| at);
    Seen {
        started: Some(at),
        arrived,
        answered: arrived,
        finished: arrived,
        arrivals: u16::from(performed.is_some()),
        performed: u16::from(performed == Some(true)),
        content: 0,
    }
}

/// Returns a call whose attempts were 2 s apart.
fn case(work: Work, attempts: &[(Option<Fault>, Option<bool>)], report: Report) -> Case {
    let mut at = Instant::now();
    let attempts = attempts.iter().map(|(fault, performed)| {
        at += Duration::from_secs(2);
        (*fault, seen(at, *performed))
    });
    let attempts = attempts.collect();
    Case {
        id: 1,
        work,
        most: 3,
        attempts,
        report,
        ended: at,
    }
}

#[track_caller]
fn finds(case: &Case, expected: &str) {
    let found = judge(case, &mut Counts::default());
    let is_found = match expected {
        "" => found.is_empty(),
        _ => found.iter().any(|text| text.contains(expected)),
    };
    assert!(is_found, "{found:?}");
}

#[test]
fn a_true_report_is_accepted() {
    let lost = (Some(Fault::Close), Some(true));
    let refused = (Some(Fault::Refuse), None);
    let flood = (Some(Fault::Flood), Some(false));
    let done = (None, Some(true));
    let cut = (Some(Fault::CutRequest), Some(false));
    let reset = (Some(Fault::Reset), None);
    for (work, attempts, report) in [
        (Work::Message, vec![done], Report::Succeeded),
        (Work::Message, vec![refused, flood, done], Report::Succeeded),
        (Work::Message, vec![lost], Report::Unknown),
        (Work::Message, vec![flood, cut], Report::Unknown),
        (Work::Message, vec![flood, flood, refused], Report::NotSent),
        (Work::Message, vec![lost], Report::Cancelled),
        (Work::Message, vec![], Report::Cancelled),
        (Work::Chat, vec![lost, lost, done], Report::Succeeded),
        (Work::Chat, vec![lost, cut, refused], Report::Unknown),
        (Work::Chat, vec![reset, refused], Report::Unknown),
        (Work::Chat, vec![reset, refused], Report::NotSent),
        (ONCE, vec![refused], Report::NotSent),
    ] {
        finds(&case(work, &attempts, report), "");
    }
}

#[test]
fn a_false_report_is_found() {
    let lost = (Some(Fault::Close), Some(true));
    let refused = (Some(Fault::Refuse), None);
    let conflict = (Some(Fault::Conflict), Some(false));
    let flood = (Some(Fault::Flood), Some(false));
    let done = (None, Some(true));
    for (work, attempts, report) in [
        (Work::Message, vec![done], Report::Unknown),
        (Work::Message, vec![done], Report::NotSent),
        (Work::Message, vec![lost], Report::NotSent),
        (Work::Message, vec![lost], Report::Refused),
        (Work::Message, vec![lost], Report::Succeeded),
        (Work::Message, vec![conflict], Report::Unknown),
        (Work::Message, vec![conflict], Report::Accepted),
        (Work::Message, vec![refused], Report::Unknown),
        (Work::Chat, vec![lost, refused], Report::NotSent),
        (Work::Chat, vec![flood, lost, refused], Report::NotSent),
    ] {
        finds(&case(work, &attempts, report), "is reported as");
    }
    finds(
        &case(Work::Message, &[], Report::NotSent),
        "never attempted",
    );
    finds(&case(Work::Message, &[flood], Report::Refused), "given up");
}

#[test]
fn a_repetition_that_is_not_permitted_is_found() {
    let lost = (Some(Fault::Close), Some(true));
    let unread = (Some(Fault::StallUnread), Some(false));
    let internal = (Some(Fault::Internal), Some(false));
    let conflict = (Some(Fault::Conflict), Some(false));
    let long = (Some(Fault::FloodLong), Some(false));
    let refused = (Some(Fault::Refuse), None);
    let done = (None, Some(true));
    for (work, first) in [
        (Work::Message, lost),
        (Work::Message, unread),
        (Work::Message, internal),
        (Work::Chat, conflict),
        (Work::Chat, long),
        (ONCE, refused),
    ] {
        finds(
            &case(work, &[first, done], Report::Succeeded),
            "repeated after",
        );
    }
    let twice = case(Work::Message, &[lost, done], Report::Succeeded);
    finds(&twice, "performed 2 times");
    let many = case(Work::Chat, &[lost, lost, lost, done], Report::Succeeded);
    finds(&many, "more than 3");
}

#[test]
fn a_short_wait_and_a_wrong_file_are_found() {
    let flood = (Some(Fault::Flood), Some(false));
    let mut short = case(
        Work::Message,
        &[flood, (None, Some(true))],
        Report::Succeeded,
    );
    finds(&short, "");
    for (_, seen) in short.attempts.iter_mut().skip(1) {
        let earlier = seen.started;
        let earlier = earlier.and_then(|at| at.checked_sub(Duration::from_millis(1001)));
        (seen.started, seen.arrived) = (earlier, earlier);
    }
    finds(&short, "and not 1s");
    // The client had given up before the answer came, which permits to repeat only some methods.
    for (_, seen) in short.attempts.iter_mut().take(1) {
        seen.started = short.ended.checked_sub(Duration::from_secs(4));
        seen.finished = None;
    }
    finds(&short, "and not 1s");
    short.work = Work::Chat;
    finds(&short, "");

    let mut upload = case(ONCE, &[(None, Some(true))], Report::Succeeded);
    finds(&upload, "has a file");
    for (_, seen) in &mut upload.attempts {
        seen.content = SMALL;
    }
    finds(&upload, "");
    for (_, seen) in &mut upload.attempts {
        seen.arrivals = 2;
    }
    finds(&upload, "again within an attempt");
}

#[test]
fn a_slow_attempt_is_excused_but_not_too_many() {
    let done = (None, Some(true));
    let mut slow = case(Work::Message, &[done], Report::Unknown);
    slow.ended += Duration::from_secs(1);
    finds(&slow, "is reported as");
    for (_, seen) in &mut slow.attempts {
        seen.finished = Some(slow.ended);
    }
    let mut counts = Counts::default();
    assert!(judge(&slow, &mut counts).is_empty());
    assert_eq!(counts.late, 1);
    assert!(!counts.judge(0.0).is_empty());
}

#[test]
fn figures_that_are_too_small_are_found() {
    let lost = (Some(Fault::Close), Some(false));
    let mut counts = Counts::default();
    for _ in 0..10 {
        judge(&case(Work::Chat, &[lost], Report::Unknown), &mut counts);
    }
    let wrong = counts.judge(0.2);
    assert!(
        wrong.iter().any(|text| text.contains("were repeated")),
        "{wrong:?}"
    );

    let mut counts = Counts::default();
    judge(
        &case(Work::Chat, &[(None, None)], Report::NotSent),
        &mut counts,
    );
    let wrong = counts.judge(0.2);
    assert!(
        wrong.iter().any(|text| text.contains("succeeded")),
        "{wrong:?}"
    );
}
