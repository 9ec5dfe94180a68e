//! Random numbers that depend on the seed and on what they are for, and not on the order of calls.

/// Returns a number for a purpose.
pub(crate) fn random(seed: u64, parts: &[u64]) -> u64 {
    parts
        .iter()
        .fold(mix(seed), |state, part| mix(state ^ *part))
}

/// Returns a number in 0..1 for a purpose.
pub(crate) fn fraction(seed: u64, parts: &[u64]) -> f64 {
    let bits = u32::try_from(random(seed, parts) >> 32).unwrap_or_default();
    f64::from(bits) / (f64::from(u32::MAX) + 1.0)
}

/// The step of the generator splitmix64.
fn mix(state: u64) -> u64 {
    let state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
    let state = (state ^ (state >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let state = (state ^ (state >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    state ^ (state >> 31)
}
