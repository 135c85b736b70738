#include "cli/program.hpp"

int main(int argc, char** argv) {
    return perfplan::cli::run_program(argc, argv);
}
