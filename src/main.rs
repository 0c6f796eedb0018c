//! The command `demarche`: reads the command line, calls what it asks for, and returns how it went.

mod cli;

fn main() -> std::process::ExitCode {
    cli::main()
}
