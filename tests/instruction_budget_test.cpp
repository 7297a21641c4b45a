#include "analyzer/evaluator/instruction_budget.h"

#include <gtest/gtest.h>

namespace tfscope {
namespace {

constexpr Budgets kBudgets{.instructions = 1000, .without_new_call = 100};

TEST(InstructionBudgetTest, EndsWhenItIsSpent) {
  InstructionBudget budget({.instructions = 10});
  EXPECT_TRUE(budget.Spend(9));
  EXPECT_FALSE(budget.Spend(1)) << "the last one is never spent, so that spent and empty are told apart";
  EXPECT_EQ(budget.left(), 1u);
  EXPECT_FALSE(budget.stalls());
  budget.End();
  EXPECT_TRUE(budget.empty());
}

TEST(InstructionBudgetTest, StallsWithoutANewCall) {
  InstructionBudget budget(kBudgets);
  EXPECT_TRUE(budget.Spend(100));
  EXPECT_FALSE(budget.stalls());
  budget.SpendOne();
  EXPECT_TRUE(budget.stalls());
  budget.NoteNewCall();
  EXPECT_FALSE(budget.stalls());
}

TEST(InstructionBudgetTest, LaterPathsStallSooner) {
  InstructionBudget budget(kBudgets);
  EXPECT_TRUE(budget.Spend(900));
  budget.StartPath();
  EXPECT_EQ(budget.left(), 250u);
  EXPECT_TRUE(budget.Spend(26));
  EXPECT_TRUE(budget.stalls());
  budget.Start();
  EXPECT_EQ(budget.left(), 1000u);
  EXPECT_TRUE(budget.Spend(26));
  EXPECT_FALSE(budget.stalls());
}

}  // namespace
}  // namespace tfscope
