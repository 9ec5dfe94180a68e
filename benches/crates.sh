# The crates that are compared, for the scripts beside this one. `root` is the folder of the repository.

# The dependency as a bot would write it.
dependency() {
    case $1 in
        telegrammar) echo "telegrammar = { path = \"$root\" }" ;;
        frankenstein) echo 'frankenstein = { version = "=0.52.1", features = ["client-reqwest"] }' ;;
        teloxide) echo 'teloxide = "=0.17.0"' ;;
        tgbot) echo 'tgbot = "=0.48.1"' ;;
        *)
            echo "no such crate: $1" >&2
            return 2
            ;;
    esac
}
