using System.CommandLine;
using OnRecord.Lab.Encoders;

namespace OnRecord.Lab.Training;

/// <summary>`lab train`: makes the language core from treebanks, names and word vectors.</summary>
internal static class TrainVerb
{
    public static Command Create()
    {
        var data = new Option<string>("--data") { Description = "The folder of data sets", DefaultValueFactory = _ => "../shared/data" };
        var output = new Option<string>("--out") { Description = "Where the model goes", DefaultValueFactory = _ => "models/core-en.bin" };
        var passes = new Option<int>("--passes") { Description = "Passes over the data", DefaultValueFactory = _ => new TrainingOptions().Passes };
        var every = new Option<int>("--every") { Description = "Passes between measurements on the dev sets", DefaultValueFactory = _ => 5 };
        var encoder = new Option<EncoderKind>("--encoder") { Description = "What makes states of words; the product reads the LSTM's models, the others are only measured", DefaultValueFactory = _ => EncoderKind.Lstm };
        var part = new Option<int>("--part") { Description = "Learns from one sentence in so many", DefaultValueFactory = _ => 1 };
        var from = new Option<int>("--from") { Description = "The first of them, from 0", DefaultValueFactory = _ => 0 };
        var width = new Option<int>("--width") { Description = "Cells of a layer in one direction", DefaultValueFactory = _ => new TrainingOptions().Width };
        var layers = new Option<int>("--layers") { Description = "Layers of the recurrence", DefaultValueFactory = _ => new TrainingOptions().Layers };
        var rate = new Option<float>("--rate") { Description = "The highest learning rate", DefaultValueFactory = _ => new TrainingOptions().Rate };
        var hideFrom = new Option<int>("--hide-from") { Description = "The pass, from 0, from which on words are hidden and names exchanged", DefaultValueFactory = _ => new TrainingOptions().HideFrom };
        var commit = new Option<string>("--commit") { Description = "The commit that the note beside the model names", DefaultValueFactory = _ => "" };
        var seed = new Option<ulong>("--seed") { Description = "The seed of all chance", DefaultValueFactory = _ => 1 };
        var command = new Command("train", "Trains the language core; takes up where a checkpoint beside the output left off.") { data, output, passes, every, encoder, part, from, width, layers, rate, hideFrom, seed, commit };
        command.SetAction(result =>
        {
            var options = new TrainingOptions
            {
                Passes = result.GetValue(passes),
                Encoder = result.GetValue(encoder),
                Width = result.GetValue(width),
                Layers = result.GetValue(layers),
                Rate = result.GetValue(rate),
                HideFrom = result.GetValue(hideFrom),
                Seed = result.GetValue(seed),
            };
            var folder = result.GetValue(data)!;
            var trainer = new Trainer(Corpus.Read(folder).Part(result.GetValue(part), result.GetValue(from)), Vectors.Read(Path.Combine(folder, "glove")), options, Console.WriteLine);
            trainer.Run(result.GetValue(output)!, result.GetValue(every), result.GetValue(commit)!);
            return 0;
        });
        return command;
    }
}
