#include "report_generator/console.hpp"

#include <cerrno>
#include <csignal>

#include <fcntl.h>
#include <unistd.h>

namespace parindex::report {

void prepare_console() {
    // Otherwise a reader such as `head` that leaves early would end the program without a word.
    std::signal(SIGPIPE, SIG_IGN);
    // Likewise a file above the limit of the session: the failed write is reported and the unfinished file removed.
    std::signal(SIGXFSZ, SIG_IGN);
    // A stream that the caller closed would become the first file that is opened, and messages would go into it. These
    // stand in its place and refuse to be written.
    for (int descriptor = STDIN_FILENO; descriptor <= STDERR_FILENO; ++descriptor) {
        if (::fcntl(descriptor, F_GETFD) == -1 && errno == EBADF) static_cast<void>(::open("/dev/null", O_RDONLY));
    }
}

std::vector<std::string> console_arguments(int count, const char* const* arguments) {
    return count > 1 ? std::vector<std::string>(arguments + 1, arguments + count) : std::vector<std::string>();
}

bool errors_are_on_terminal() {
    return ::isatty(STDERR_FILENO) == 1;
}

}  // namespace parindex::report
