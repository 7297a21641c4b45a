// Facts about TensorFlow 1.15.0, each asked of the real one.
#include "analyzer/tensorflow/api_table.h"

#include <string>

#include <gtest/gtest.h>

#include "analyzer/tensorflow/api_moves.h"

namespace tfscope {
namespace {

using testing::Test;

const ApiTable& Table() { return ApiTable::TensorFlow(); }

ApiEntry Entry(std::string_view module, std::string_view attribute) {
  const std::optional<ApiEntry> entry = Table().Find(module, attribute);
  EXPECT_TRUE(entry.has_value()) << module << "." << attribute;
  return entry.value_or(ApiEntry{});
}

TEST(ApiTable, KnowsWhatCanBeImported) {
  for (const char* name :
       {"tensorflow", "tensorflow.nn", "tensorflow.compat.v1", "tensorflow.keras.layers", "tensorflow.contrib",
        "tensorflow.contrib.slim", "tensorflow.contrib.slim.nets", "tensorflow.contrib.framework.python",
        "tensorflow.python.ops.rnn_cell_impl", "tensorflow_core.python.ops.array_ops",
        "tensorflow.examples.tutorials.mnist", "tensorflow.core.framework.graph_pb2", "tensorflow.train"}) {
    EXPECT_TRUE(Table().HasModule(name)) << name;
  }
  for (const char* name : {"tensorflow.models", "tensorflow.foo", "tensorflow.contrib.nosuch", "tensorflow.compat.v3",
                           "tensorflow.get_variable", "tensorflow_corex", "", "tensorflow.", "numpy"}) {
    EXPECT_FALSE(Table().HasModule(name)) << name;
  }
}

TEST(ApiTable, FollowsAliasesToTheDefinition) {
  EXPECT_EQ(Entry("tensorflow", "get_variable").module, "tensorflow.python.ops.variable_scope");
  EXPECT_EQ(Entry("tensorflow.compat.v1", "get_variable").module, "tensorflow.python.ops.variable_scope");
  EXPECT_EQ(Entry("tensorflow.contrib.slim", "conv2d").name, "convolution2d");
  EXPECT_EQ(Entry("tensorflow.contrib.slim", "conv2d").module, "tensorflow.contrib.layers.python.layers.layers");
  EXPECT_EQ(Entry("tensorflow", "Variable").name, "VariableV1");
  EXPECT_EQ(Entry("tensorflow", "Variable").kind, ApiKind::kClass);
  EXPECT_EQ(Entry("tensorflow.contrib.rnn.python.ops.core_rnn_cell", "_linear").kind, ApiKind::kFunction);
}

TEST(ApiTable, TellsKindsApart) {
  EXPECT_EQ(Entry("tensorflow", "float32").kind, ApiKind::kObject);
  EXPECT_EQ(Entry("tensorflow", "float32").type, "DType");
  EXPECT_EQ(Entry("tensorflow", "float32").module, "tensorflow.python.framework.dtypes");
  EXPECT_EQ(Entry("tensorflow.compat.v1", "AUTO_REUSE").module, "tensorflow.python.ops.variable_scope");
  EXPECT_EQ(Entry("tensorflow", "__version__").constant, "'1.15.0'");
  EXPECT_EQ(Entry("tensorflow", "nn").kind, ApiKind::kModule);
  EXPECT_EQ(Entry("tensorflow", "nn").module, "tensorflow.nn");
  EXPECT_EQ(Entry("tensorflow.python.ops.rnn", "array_ops").module, "tensorflow.python.ops.array_ops");
}

TEST(ApiTable, LacksWhatTensorFlowLacks) {
  EXPECT_FALSE(Table().Find("tensorflow", "model_variable").has_value());
  EXPECT_FALSE(Table().Find("tensorflow.compat.v1", "model_variable").has_value());
  EXPECT_FALSE(Table().Find("tensorflow", "examples").has_value());
  EXPECT_FALSE(Table().Find("tensorflow.contrib.framework", "python").has_value());
  EXPECT_FALSE(Table().Find("tensorflow.contrib.slim", "nets").has_value());
  EXPECT_FALSE(Table().Find("tensorflow.contrib.layers", "python").has_value());
  EXPECT_FALSE(Table().Find("tensorflow.python", "framework").has_value());
  EXPECT_FALSE(Table().Find("tensorflow.nosuch", "x").has_value());
  EXPECT_FALSE(Table().Find("tensorflow", "").has_value());
}

TEST(ApiTable, ResolvesModulesThroughAttributes) {
  EXPECT_EQ(Table().ResolveModule("tensorflow.app.flags"), "tensorflow.python.platform.flags");
  EXPECT_EQ(Table().ResolveModule("tensorflow.nn.rnn_cell"), "tensorflow.nn.rnn_cell");
  EXPECT_EQ(Entry("tensorflow", "python").module, "tensorflow.python");
  EXPECT_EQ(Entry("tensorflow.python", "ops").module, "tensorflow.python.framework.ops");
  EXPECT_EQ(Table().ResolveModule("tensorflow.get_variable"), std::nullopt);
  EXPECT_EQ(Table().ResolveModule("os.path"), std::nullopt);
}

TEST(ApiTable, HasSignatures) {
  EXPECT_EQ(Entry("tensorflow", "variable_scope").parameters,
            "name_or_scope,default_name=,values=,initializer=,regularizer=,caching_device=,partitioner=,custom_getter=,"
            "reuse=,"
            "dtype=,use_resource=,constraint=,auxiliary_name_scope=");
  EXPECT_EQ(Entry("tensorflow.nn.rnn_cell", "BasicLSTMCell").parameters,
            "num_units,forget_bias=,state_is_tuple=,activation=,reuse=,name=,dtype=,**kwargs");
}

TEST(ApiTable, ParsesParameters) {
  const auto parameters = ParseParameters("x,name=,*args,flag,other=,**kwargs");
  ASSERT_TRUE(parameters.has_value());
  ASSERT_EQ(parameters->size(), 6u);
  EXPECT_EQ((*parameters)[0].name, "x");
  EXPECT_FALSE((*parameters)[0].has_default);
  EXPECT_TRUE((*parameters)[1].has_default);
  EXPECT_EQ((*parameters)[2].kind, ApiParameter::Kind::kArguments);
  EXPECT_EQ((*parameters)[3].kind, ApiParameter::Kind::kKeywordOnly);
  EXPECT_TRUE((*parameters)[4].has_default);
  EXPECT_EQ((*parameters)[5].kind, ApiParameter::Kind::kKeywords);
  EXPECT_EQ((*parameters)[5].name, "kwargs");
  EXPECT_EQ(ParseParameters("a,*,b")->at(1).kind, ApiParameter::Kind::kKeywordOnly);
  EXPECT_TRUE(ParseParameters("")->empty());
  EXPECT_EQ(ParseParameters("?"), std::nullopt);
}

TEST(ApiTable, NamesModulesAsTheErrorsDo) {
  EXPECT_EQ(Table().AttributeErrorText("tensorflow.compat.v1", "model_variable"),
            "module 'tensorflow._api.v1.compat.v1' has no attribute 'model_variable'");
  EXPECT_EQ(Table().AttributeErrorText("tensorflow", "foo"), "module 'tensorflow' has no attribute 'foo'");
  EXPECT_EQ(Table().AttributeErrorText("tensorflow.keras.layers", "foo"),
            "module 'tensorflow.python.keras.api._v1.keras.layers' has no attribute 'foo'");
  EXPECT_EQ(Table().AttributeErrorText("tensorflow.contrib.slim", "foo"),
            "module 'tensorflow_core.contrib.slim' has no attribute 'foo'");
  EXPECT_EQ(Table().AttributeErrorText("tensorflow.contrib.layers", "foo"),
            "module 'tensorflow.contrib.layers' has no attribute 'foo'");
  EXPECT_EQ(Table().AttributeErrorText("tensorflow.estimator", "foo"),
            "module 'tensorflow_estimator.python.estimator.api._v1.estimator' has no attribute 'foo'");
  EXPECT_EQ(Table().ImportErrorText("tensorflow.nn", "foo"),
            "cannot import name 'foo' from 'tensorflow.nn' (__init__.py)");
  EXPECT_EQ(Table().ImportErrorText("tensorflow.keras", "foo"),
            "cannot import name 'foo' from 'tensorflow_core.keras' (__init__.py)");
  EXPECT_EQ(Table().ImportErrorText("tensorflow.python.ops.array_ops", "foo"),
            "cannot import name 'foo' from 'tensorflow.python.ops.array_ops' (array_ops.py)");
}

TEST(ApiTable, SuggestsTheNearestName) {
  EXPECT_EQ(Table().Nearest("tensorflow", "get_varaible"), "get_variable");
  EXPECT_EQ(Table().Nearest("tensorflow", "Get_Variable"), "get_variable");
  EXPECT_EQ(Table().Nearest("tensorflow.train", "AdamOptimiser"), "AdamOptimizer");
  EXPECT_EQ(Table().Nearest("tensorflow", "qqqqqqqq"), "");
  EXPECT_EQ(Table().Nearest("tensorflow", ""), "");
  EXPECT_EQ(Table().Nearest("tensorflow", std::string(100000, 'a')), "");
}

TEST(ApiTable, FindsPublicPlacesOfAName) {
  const std::vector<std::string> places = Table().PlacesOf("model_variable");
  ASSERT_GE(places.size(), 2u);
  EXPECT_EQ(places[0], "tf.contrib.framework.model_variable");
  EXPECT_EQ(places[1], "tf.contrib.slim.model_variable");
  EXPECT_EQ(Table().PlacesOf("relu").front(), "tf.nn.relu");
  EXPECT_EQ(Table().PlacesOf("get_variable").front(), "tf.get_variable");
  EXPECT_TRUE(Table().PlacesOf("no_such_function_anywhere").empty());
}

// The reader itself, on tables of a few lines: bisection at both ends, parts of size 0, broken numbers.
TEST(ApiTable, ReadsSmallAndBrokenTables) {
  const ApiTable table("a||||||\nb|r|i|p||20\nc|||m|1|0\nd|||m|zz|7\n\na\tf()\nb\tm3\nz\tkint=1\n");
  EXPECT_FALSE(table.Find("a", "a").has_value());
  EXPECT_EQ(table.Find("b", "a")->kind, ApiKind::kFunction);
  EXPECT_EQ(table.Find("c", "b")->module, "d");
  EXPECT_EQ(table.Find("c", "z")->constant, "1");
  EXPECT_FALSE(table.Find("b", "zz").has_value());
  EXPECT_FALSE(table.Find("b", "0").has_value());
  EXPECT_FALSE(table.Find("d", "a").has_value());
  EXPECT_FALSE(ApiTable("").Find("a", "b").has_value());
}

// Facts about TensorFlow 2.15.1 and tf_slim 1.1.0.
TEST(LaterApiTable, TfSlim) {
  const ApiTable& later = ApiTable::Of("tf_slim.nets");
  EXPECT_EQ(&later, &ApiTable::Later());
  EXPECT_TRUE(later.HasModule("tf_slim.ops.variables"));
  EXPECT_FALSE(later.HasModule("tf_slim.python"));
  ASSERT_TRUE(later.Find("tf_slim", "conv2d").has_value());
  EXPECT_EQ(later.Find("tf_slim", "conv2d")->name, "convolution2d");
  EXPECT_EQ(later.Find("tf_slim", "conv2d")->module, "tf_slim.layers.layers");
  EXPECT_FALSE(later.Find("tf_slim", "embed_sequence").has_value());
  EXPECT_EQ(later.AttributeErrorText("tf_slim", "embed_sequence"),
            "module 'tf_slim' has no attribute 'embed_sequence'");
}

TEST(LaterApiTable, WhatCompatHasMore) {
  EXPECT_EQ(&ApiTable::Of("tensorflow.compat.v1"), &Table());
  EXPECT_FALSE(Table().Find("tensorflow.compat.v1.nn", "silu").has_value());
  EXPECT_TRUE(ApiTable::Later().Find("tensorflow.compat.v1.nn", "silu").has_value());
  EXPECT_TRUE(ApiTable::Later().Find("tensorflow.compat.v1", "mlir").has_value());
  EXPECT_EQ(ApiTable::Later().Find("tensorflow.compat.v1", "zeros")->parameters, "shape,dtype=,name=,layout=");
  EXPECT_FALSE(ApiTable::Later().Find("tensorflow.compat.v1", "contrib").has_value());
}

TEST(ApiMoves, LeadFromWhatIsGoneToWhatThereIs) {
  for (const ApiMove& move : AllMoves()) {
    EXPECT_FALSE(Table().Find(move.module, move.attribute).has_value()) << move.attribute;
    if (!move.now.starts_with("tf.")) continue;
    const size_t dot = move.now.rfind('.');
    const std::string module = "tensorflow" + std::string(move.now.substr(2, dot - 2));
    EXPECT_TRUE(Table().Find(module, move.now.substr(dot + 1)).has_value()) << move.now;
  }
}

TEST(ApiMoves, AreFoundInBothPlaces) {
  ASSERT_NE(FindMove("tensorflow", "mul"), nullptr);
  EXPECT_EQ(FindMove("tensorflow", "mul")->now, "tf.multiply");
  EXPECT_EQ(FindMove("tensorflow.compat.v1.train", "SummaryWriter"), FindMove("tensorflow.train", "SummaryWriter"));
  EXPECT_EQ(FindMove("tensorflow.compat.v1", "contrib")->now, "tf_slim");
  EXPECT_EQ(FindMove("tensorflow", "multiply"), nullptr);
  EXPECT_EQ(FindMove("numpy", "mul"), nullptr);
}

}  // namespace
}  // namespace tfscope
