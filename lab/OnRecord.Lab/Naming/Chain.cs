using OnRecord.Language.Parses.Network;

namespace OnRecord.Lab.Naming;

/// <summary>The loss of a chain of labels (a linear-chain conditional random field) of which each word allows some, and its gradient.</summary>
internal sealed unsafe class Chain
{
    private const int Labels = NetworkShape.NameLabels;

    private readonly double[] _steps = new double[Labels * Labels];
    private double[] _scores = [], _ahead = [], _behind = [], _sums = [];

    /// <summary>Takes what a label's following another adds; an inside label follows only its own kind.</summary>
    public void Follow(float* steps, int stride)
    {
        for (var a = 0; a < Labels; a++)
            for (var b = 0; b < Labels; b++)
                _steps[a * Labels + b] = b > 0 && b % 2 == 0 && a != b && a != b - 1 ? 0 : Math.Exp(steps[a * stride + b]);
    }

    /// <summary>Turns the scores of a sentence's words, given by row, into the gradient of its loss times <paramref name="scale"/>, adds that of the steps, and gives the loss.</summary>
    public double Loss(float*[] rows, ushort[] allowed, float scale, float* stepGradient, int stride)
    {
        Take(rows);
        var right = Pass(rows, allowed, -scale, stepGradient, stride);
        if (double.IsNaN(right)) return 0;
        return Pass(rows, null, scale, stepGradient, stride) - right;
    }

    /// <summary>Turns the scores of a sentence's words, given by row, into the odds of their labels.</summary>
    public void Odds(float*[] rows, float* scratch, int stride)
    {
        Take(rows);
        Pass(rows, null, 1, scratch, stride);
    }

    private void Take(float*[] rows)
    {
        var n = rows.Length;
        if (_scores.Length < n * Labels)
            (_scores, _ahead, _behind, _sums) = (new double[2 * n * Labels], new double[2 * n * Labels], new double[2 * n * Labels], new double[2 * n]);
        for (var i = 0; i < n; i++)
        {
            double most = rows[i][0];
            for (var l = 1; l < Labels; l++) most = Math.Max(most, rows[i][l]);
            for (var l = 0; l < Labels; l++) _scores[i * Labels + l] = Math.Exp(rows[i][l] - most);
            new Span<float>(rows[i], Labels).Clear();
        }
    }

    /// <summary>
    /// The same with a teacher, whose <paramref name="odds"/> of each word's labels count <paramref name="share"/> of the loss: what the chain expects of its
    /// labels moves towards the teacher's. What labels follow one another is learned from the marks alone.
    /// </summary>
    public double Loss(float*[] rows, ushort[] allowed, ReadOnlySpan<float> odds, float share, float scale, float* stepGradient, float* scratch, int stride)
    {
        var told = 0.0;
        for (var i = 0; i < rows.Length; i++)
        {
            var most = rows[i][0];
            for (var l = 1; l < Labels; l++) most = Math.Max(most, rows[i][l]);
            for (var l = 0; l < Labels; l++) told += odds[i * Labels + l] * (rows[i][l] - most);
        }
        Take(rows);
        var right = Pass(rows, allowed, -scale * (1 - share), stepGradient, stride);
        if (double.IsNaN(right)) return 0;
        var all = Pass(rows, null, scale * (1 - share), stepGradient, stride);
        Pass(rows, null, scale * share, scratch, stride);
        for (var i = 0; i < rows.Length; i++)
            for (var l = 0; l < Labels; l++) rows[i][l] -= scale * share * odds[i * Labels + l];
        return all - (1 - share) * right - share * told;
    }

    // The logarithm of the sum over all sequences allowed, its gradient added; NaN, and nothing added, where none is.
    private double Pass(float*[] rows, ushort[]? allowed, float scale, float* stepGradient, int stride)
    {
        var n = rows.Length;
        var total = 0.0;
        for (var i = 0; i < n; i++)
        {
            var sum = 0.0;
            for (var b = 0; b < Labels; b++)
            {
                var inside = b > 0 && b % 2 == 0;
                var from = i == 0 ? inside ? 0 : 1 : 0.0;
                for (var a = 0; i > 0 && a < Labels; a++) from += _ahead[(i - 1) * Labels + a] * _steps[a * Labels + b];
                sum += _ahead[i * Labels + b] = allowed is null || (allowed[i] >> b & 1) != 0 ? from * _scores[i * Labels + b] : 0;
            }
            if (sum <= 0) return double.NaN;
            for (var b = 0; b < Labels; b++) _ahead[i * Labels + b] /= sum;
            _sums[i] = sum;
            total += Math.Log(sum);
        }
        for (var b = 0; b < Labels; b++) _behind[(n - 1) * Labels + b] = 1;
        for (var i = n - 1; i >= 0; i--)
        {
            for (var b = 0; b < Labels; b++) rows[i][b] += (float)(scale * _ahead[i * Labels + b] * _behind[i * Labels + b]);
            if (i == 0) break;
            for (var a = 0; a < Labels; a++)
            {
                var back = 0.0;
                for (var b = 0; b < Labels; b++)
                {
                    if (allowed is not null && (allowed[i] >> b & 1) == 0) continue;
                    var next = _steps[a * Labels + b] * _scores[i * Labels + b] * _behind[i * Labels + b] / _sums[i];
                    back += next;
                    stepGradient[a * stride + b] += (float)(scale * _ahead[(i - 1) * Labels + a] * next);
                }
                _behind[(i - 1) * Labels + a] = back;
            }
        }
        return total;
    }
}
