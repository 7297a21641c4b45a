// Roots after each other on one machine: wherever a limit ends one of them, the next finds the state that it would find
// alone.
#include <gtest/gtest.h>

#include "analyzer/cli/big_stack.h"
#include "analyzer/cli/driver.h"

namespace tfscope {
namespace {

constexpr std::string_view kProgram = R"(import collections
import copy
import re

import numpy as np
import tensorflow as tf

config = collections.namedtuple("Config", ["units", "rate"])(3, 0.1)
x = tf.placeholder(tf.float32, [None, 3])
with tf.variable_scope("net", reuse=tf.AUTO_REUSE):
    y = tf.layers.dense(x, copy.deepcopy(config).units)
    y = tf.contrib.layers.fully_connected(y, int(np.float32(2)))
tf.train.AdamOptimizer(config.rate).minimize(tf.reduce_mean(y))
print([re.sub(":0", "", v.name) for v in tf.global_variables()], len(tf.get_default_graph().get_operations()))
)";

/// What the first path prints; nothing where a limit ends it before.
std::vector<std::string> OutputOf(Driver& driver, const Root& root) {
  return driver.Evaluate(root, Mode::kCheck).front().output;
}

TEST(SeveralRoots, EndAnywhere) {
  constexpr uint64_t kFirst = 500, kLast = 60'000, kStep = 700;
  RunOnBigStack([&] {
    CommonOptions options;
    Driver driver(options);
    const Root root{driver.sources().Add("program.py", std::string(kProgram)), "/nowhere/program.py"};
    const std::vector<std::string> alone = OutputOf(driver, root);
    ASSERT_EQ(alone.size(), 1u);
    EXPECT_EQ(OutputOf(driver, root), alone);
    size_t ended = 0;
    for (uint64_t instructions = kFirst; instructions < kLast; instructions += kStep) {
      options.max_instructions = instructions;
      ended += OutputOf(driver, root).empty() ? 1 : 0;
      options.max_instructions = 0;
      EXPECT_EQ(OutputOf(driver, root), alone) << instructions;
    }
    EXPECT_GT(ended, 0u);
    EXPECT_FALSE(driver.failed());
  });
}

/// The first root, at which no module is prepared yet, ends anywhere in loading one.
TEST(SeveralRoots, BeginAnywhere) {
  constexpr uint64_t kFirst = 500, kLast = 60'000, kStep = 2'500;
  RunOnBigStack([&] {
    std::vector<std::string> alone;
    for (uint64_t instructions = kFirst; instructions < kLast; instructions += kStep) {
      CommonOptions options;
      options.max_instructions = instructions;
      Driver driver(options);
      const Root root{driver.sources().Add("program.py", std::string(kProgram)), "/nowhere/program.py"};
      OutputOf(driver, root);
      options.max_instructions = 0;
      const std::vector<std::string> after = OutputOf(driver, root);
      ASSERT_EQ(after.size(), 1u) << instructions;
      if (alone.empty()) alone = after;
      EXPECT_EQ(after, alone) << instructions;
    }
  });
}

}  // namespace
}  // namespace tfscope
