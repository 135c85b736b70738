// The program: from argv to an exit code.
#pragma once

namespace perfplan {

int run_program(int argc, char** argv);

}  // namespace perfplan
