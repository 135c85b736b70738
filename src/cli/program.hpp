// The program: from argv to an exit code.
#pragma once

#include <string>
#include <vector>

namespace perfplan::cli {

/// Sets up what a process has once (streams, signals, memory), and does what its words ask for.
int run_program(int argc, char** argv);

/// Does what the words behind the program's name ask for; tests call it many times in one process.
int run_program(const std::vector<std::string>& words);

}  // namespace perfplan::cli
