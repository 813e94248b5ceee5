#include "survey/precision/distributions.hpp"

#include <boost/math/distributions/beta.hpp>
#include <boost/math/distributions/normal.hpp>
#include <boost/math/distributions/students_t.hpp>

namespace parindex::inline v0::distributions {

namespace {

namespace math = boost::math;
namespace policies = boost::math::policies;

// In double throughout, so that every platform gives the same digits; the best value where the last digit will not
// settle, for our callers keep to the domains.
using policy = policies::policy<policies::promote_double<false>, policies::promote_float<false>,
                                policies::overflow_error<policies::ignore_error>,
                                policies::evaluation_error<policies::ignore_error>>;
using normal = math::normal_distribution<double, policy>;
using student = math::students_t_distribution<double, policy>;
using beta = math::beta_distribution<double, policy>;

}  // namespace

double normal_quantile(double tail) {
    return math::quantile(math::complement(normal(), tail));
}

double t_quantile(double tail, double freedom) {
    return math::quantile(math::complement(student(freedom), tail));
}

double beta_lower(double tail, double first, double second) {
    return math::quantile(beta(first, second), tail);
}

double beta_upper(double tail, double first, double second) {
    return math::quantile(math::complement(beta(first, second), tail));
}

double normal_two_tails(double distance) {
    return 2 * math::cdf(math::complement(normal(), distance));
}

double t_two_tails(double distance, double freedom) {
    return 2 * math::cdf(math::complement(student(freedom), distance));
}

}  // namespace parindex::inline v0::distributions
