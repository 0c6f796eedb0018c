//! The command `demarche`: reads the command line, calls what it asks for, and returns how it went.

mod cli;

/// Most of what is allocated is small and lives for a sentence.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> std::process::ExitCode {
    cli::main()
}
