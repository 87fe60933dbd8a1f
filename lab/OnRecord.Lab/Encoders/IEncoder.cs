using OnRecord.Lab.Training;
using OnRecord.Language.Parses.Network;

namespace OnRecord.Lab.Encoders;

/// <summary>The kinds of encoders that can be trained; the product reads models with the first alone.</summary>
internal enum EncoderKind
{
    /// <summary>Long short-term memory in both directions, layer on layer.</summary>
    Lstm,

    /// <summary>Gated convolutions of three words, spread wider from layer to layer, each added to what went in.</summary>
    Convolution,

    /// <summary>Gated recurrences whose gates see the word alone (minGRU), in both directions, each layer added to what went in.</summary>
    MinGru,
}

/// <summary>What stands between the words' inputs and the heads, with its way back.</summary>
internal unsafe interface IEncoder
{
    /// <summary>The states of the words as the heads see them, two widths a row.</summary>
    float* Output { get; }

    /// <summary>From inputs to states.</summary>
    void Run(Steps steps, float* input, Noise noise);

    /// <summary>From the gradient of the states, which it changes, to those of the weights and of the inputs.</summary>
    void Back(Steps steps, float* gradient, float* inputGradient);
}

/// <summary>Makes encoders and says what weights they have beside the heads'.</summary>
internal static class Encoder
{
    public static IEncoder Of(Parameters parameters, TrainingOptions options, Products products) => options.Encoder switch
    {
        EncoderKind.Convolution => new ConvolutionEncoder(parameters, options, products),
        EncoderKind.MinGru => new MinGruEncoder(parameters, options, products),
        _ => new LstmEncoder(parameters, options, products),
    };

    /// <summary>The weights that the shape does not name: those of encoders that the product does not read.</summary>
    public static IEnumerable<(string Name, int Rows, int Columns)> Weights(NetworkShape shape, TrainingOptions options) => options.Encoder switch
    {
        EncoderKind.Convolution => ConvolutionEncoder.Weights(shape, options.Layers),
        EncoderKind.MinGru => MinGruEncoder.Weights(shape, options.Layers),
        _ => [],
    };
}
