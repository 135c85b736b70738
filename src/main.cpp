#include "cli/program.hpp"

int main(int argc, char** argv) {
    return perfplan::run_program(argc, argv);
}
