//! One workload so many times, for a tool that counts instructions: `instructions.sh` runs it.
//!
//! Without arguments it lists the workloads.

mod reading;
mod writing;

/// A workload by its name.
type Workload = (&'static str, Box<dyn Fn()>);

fn main() {
    let mut workloads = reading::workloads();
    workloads.extend(writing::workloads());
    let arguments: Vec<String> = std::env::args().skip(1).collect();
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
        writing::check();
        for (name, _) in &workloads {
            println!("{name}");
        }
    }
}
