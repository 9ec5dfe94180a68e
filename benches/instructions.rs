//! Runs one workload repeatedly, for a tool that counts instructions: `instructions.sh` runs it.
//!
//! Without parameters, it runs all workloads once and lists them.

mod calling;
mod flattened;
mod reading;
mod texts;
mod writing;

use std::cell::LazyCell;

/// A workload and its name.
type Workload = (&'static str, Box<dyn Fn()>);

/// A workload with its own set-up, so that the heap of all others is unaffected: its state changes
/// the cost of growing a buffer.
fn set_up(workload: impl FnOnce() -> Box<dyn Fn()> + 'static) -> Box<dyn Fn()> {
    let workload = LazyCell::new(workload);
    Box::new(move || (*workload)())
}

/// A token that no bot has.
const TOKEN: &str = "123456789:AAFakeTokenOfNoBotFakeTokenOfNoBot0";

fn main() {
    let mut workloads = reading::workloads();
    workloads.extend(writing::workloads());
    workloads.extend(flattened::workloads());
    workloads.extend(calling::workloads());
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    if arguments
        .first()
        .is_some_and(|first| first == calling::server::ARGUMENT)
    {
        calling::server::run().expect("a server");
        return;
    }
    let asked = arguments.first().and_then(|name| {
        let times = arguments.get(1)?.parse::<u32>().ok()?;
        let (_, run) = workloads.iter().find(|(workload, _)| workload == name)?;
        Some((run, times))
    });
    if let Some((run, times)) = asked {
        for _ in 0..times {
            run();
        }
    } else {
        reading::check();
        writing::check();
        flattened::check();
        for (name, run) in &workloads {
            run();
            println!("{name}");
        }
    }
}
