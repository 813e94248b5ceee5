#include "report_generator/command_line.hpp"
#include "report_generator/console.hpp"

#include <exception>
#include <iostream>

int main(int count, char** arguments) {
    using parindex::report::exit_status;
    exit_status status = exit_status::failed;
    try {
        parindex::report::prepare_console();
        status = parindex::report::run_command_line(parindex::report::console_arguments(count, arguments), std::cin,
                                                    std::cout, std::cerr);
        // A full disk shows when the last bytes leave.
        if (!std::cout.flush()) {
            std::cerr << "parindex-report: error: cannot write to standard output\n";
            status = exit_status::failed;
        }
    } catch (const std::exception& problem) {
        std::cerr << "parindex-report: error: " << problem.what() << '\n';
        status = exit_status::failed;
    } catch (...) {
        std::cerr << "parindex-report: error: unknown failure\n";
        status = exit_status::failed;
    }
    return static_cast<int>(status);
}
