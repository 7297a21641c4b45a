// A limit may end the loading of a module anywhere, in the middle of a library's model, too. Its functions are checked
// as roots of their own all the same.
#include <gtest/gtest.h>

#include "analyzer/cli/big_stack.h"
#include "analyzer/cli/driver.h"
#include "analyzer/evaluator/isolated_roots.h"

namespace tfscope {
namespace {

constexpr std::string_view kProgram = R"(import tensorflow as tf


class Model(object):
    def __init__(self):
        self.x = tf.placeholder(tf.float32, [None, 3])
        self.y = tf.layers.dense(self.x, 3)

    def train(self, loss):
        with tf.Graph().as_default():
            tf.contrib.layers.optimize_loss(loss, None, 0.1, "Adam")
        return tf.get_variable("v", [3])


Model()
)";

/// The number of logs of the program's functions; none where the limit comes before they are made.
size_t LogsWithin(uint64_t instructions) {
  size_t logs = 0;
  RunOnBigStack([&] {
    CommonOptions options;
    options.max_instructions = instructions;
    Driver driver(options);
    const Root root{driver.sources().Add("program.py", std::string(kProgram)), "/nowhere/program.py"};
    UncalledFunctions uncalled(driver.program());
    uncalled.Add(root.file);
    IsolatedBudgets budgets;
    driver.EvaluateIsolated(root, uncalled.Find(root.file, false), budgets, [&](const std::vector<EventLog>& found) {
      logs += found.size();
      // A model that is only half there lacks what its other models use.
      for (const EventLog& log : found) EXPECT_TRUE(log.Of<ApiMissing>().empty()) << instructions;
    });
    EXPECT_FALSE(driver.failed());
  });
  return logs;
}

TEST(IsolatedLimits, EndLoadingAnywhere) {
  constexpr uint64_t kFirst = 1'000, kLast = 80'000, kStep = 250;
  size_t logs = 0;
  for (uint64_t instructions = kFirst; instructions < kLast; instructions += kStep) logs += LogsWithin(instructions);
  EXPECT_GT(logs, 0u);
}

}  // namespace
}  // namespace tfscope
