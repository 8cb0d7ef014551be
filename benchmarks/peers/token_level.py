#!/usr/bin/env python3
"""Train one layer of softmax attention in context, token by token (PyTorch).

Problem
-------
K orthonormal features v_1..v_K in R^d with d = K.  A token equals v_1 with
probability p1 and each other feature with probability (1 - p1) / (K - 1).
A prompt holds N i.i.d. tokens x_1..x_N; the query is one more draw from the
same law.  Every prompt has its own task w ~ N(0, I_d) and labels
y_i = <w, x_i>.  The layer predicts

    yhat = sum_i softmax_i( x_i^T Q x_query ) y_i ,

and the d x d matrix Q, zero at the start, is trained by plain SGD on the batch
mean of (yhat - <w, x_query>)^2 / 2, with a fresh batch at every iteration.

Method
------
Every token of every prompt is sampled, and the softmax runs over the N tokens;
prompts are never reduced to feature counts.  Two equivalent ways of computing
the scores and labels are provided:

  --impl tokens  (default) the textbook form: build the (batch, N, d) token
                 vectors and contract them with Q x_query and with w;
  --impl gather  the faster form: score and label the K features for each prompt,
                 then look the N tokens up by index; the (batch, N, d) tensor of
                 token vectors is never formed.

They draw the same random numbers, so they agree up to rounding.

Output
------
One JSON document on standard output.  With S = V^T Q V, a query v_k gives
A_k = S[k, k] (attention score of its own feature) and B_{k,n} = S[n, k] (score
of feature n).  L_k is the expected loss given that the query is v_k, estimated
on fresh prompts after training.  "Under-represented" means k = 2..K.
`seconds_training` times the training loop alone, after a warm-up made on a
copy of Q with a random stream of its own.

    python3 token_level.py --seed 1 --curve losses.csv
"""

import argparse
import csv
import json
import time

import torch
import torch.nn.functional as F


def parse_args():
    p = argparse.ArgumentParser(
        description="Train one layer of softmax attention in context, token by token.",
        formatter_class=argparse.ArgumentDefaultsHelpFormatter)
    p.add_argument("--K", type=int, default=20, help="number of features (and dimension d)")
    p.add_argument("--N", type=int, default=100, help="tokens per prompt")
    p.add_argument("--p1", type=float, default=0.5, help="probability of the dominant feature v_1")
    p.add_argument("--iterations", type=int, default=3000, help="SGD steps")
    p.add_argument("--batch", type=int, default=256, help="prompts per step")
    p.add_argument("--lr", type=float, default=1.0, help="learning rate eta")
    p.add_argument("--seed", type=int, default=0)
    p.add_argument("--dtype", choices=["float32", "float64"], default="float32")
    p.add_argument("--threads", type=int, default=None,
                   help="intra-op threads (default: whatever PyTorch chooses)")
    p.add_argument("--basis", choices=["random", "standard"], default="random",
                   help="orthonormal features: Haar-random or the standard basis")
    p.add_argument("--impl", choices=["tokens", "gather"], default="tokens",
                   help="how token scores and labels are computed")
    p.add_argument("--warmup", type=int, default=20, help="untimed iterations on a copy")
    p.add_argument("--eval-prompts", type=int, default=20000,
                   help="evaluation prompts for each query feature (0: no evaluation)")
    p.add_argument("--curve", metavar="FILE.csv", help="write running losses to this file")
    p.add_argument("--curve-every", type=int, default=10,
                   help="iterations averaged in each row of the curve")
    args = p.parse_args()
    if args.K < 3 or args.N < 1 or not 0 < args.p1 < 1:
        p.error("need K >= 3, N >= 1 and 0 < p1 < 1")
    if args.curve_every < 1:
        p.error("need --curve-every >= 1")
    return args


def make_features(K, kind, dtype, gen):
    """Feature matrix E of shape (K, d) whose rows are orthonormal."""
    if kind == "standard":
        return torch.eye(K, dtype=dtype)
    # QR of a Gaussian matrix, signs fixed so that the law is Haar.
    q, r = torch.linalg.qr(torch.randn(K, K, dtype=torch.float64, generator=gen))
    return (q * r.diagonal().sign()).to(dtype)


def sample_tokens(shape, K, p1, gen):
    """Feature indices: 0 with probability p1, otherwise uniform on 1..K-1."""
    idx = torch.randint(1, K, shape, generator=gen)
    return idx.masked_fill_(torch.rand(shape, generator=gen) < p1, 0)


def prompt_losses(Q, E, idx, query, w, impl):
    """Loss of each prompt: idx (B, N) tokens, query (B,), w (B, d)."""
    xq = F.embedding(query, E)                                # (B, d)
    target = (w * xq).sum(-1)                                 # (B,)
    key = xq @ Q.T                                            # (B, d)  Q x_query
    if impl == "gather":
        scores = (key @ E.T).gather(1, idx)                   # (B, N)
        y = (w @ E.T).gather(1, idx)                          # (B, N)
    else:
        x = F.embedding(idx, E)                               # (B, N, d)
        scores = torch.einsum("bnd,bd->bn", x, key)           # (B, N)
        y = torch.einsum("bnd,bd->bn", x, w)                  # (B, N)
    yhat = (scores.softmax(dim=-1) * y).sum(-1)
    return 0.5 * (yhat - target).square()


def train(Q, E, args, iterations, gen, curve=None):
    """Run SGD on Q in place; append rows of running losses to `curve` if given."""
    opt = torch.optim.SGD([Q], lr=args.lr)
    running = torch.zeros(4, dtype=Q.dtype)      # sum and count: dominant, under-represented
    for t in range(1, iterations + 1):
        tokens = sample_tokens((args.batch, args.N + 1), args.K, args.p1, gen)
        idx, query = tokens[:, :-1], tokens[:, -1]
        w = torch.randn(args.batch, args.K, dtype=Q.dtype, generator=gen)

        losses = prompt_losses(Q, E, idx, query, w, args.impl)
        loss = losses.mean()
        opt.zero_grad(set_to_none=True)
        loss.backward()
        opt.step()

        if curve is not None:
            dominant = (query == 0).to(Q.dtype)
            detached = losses.detach()
            running += torch.stack([(detached * dominant).sum(), dominant.sum(),
                                    (detached * (1 - dominant)).sum(), (1 - dominant).sum()])
            if t % args.curve_every == 0 or t == iterations:
                s1, n1, sk, nk = running.tolist()
                curve.append((t, (s1 + sk) / (n1 + nk),
                              s1 / n1 if n1 else "", sk / nk if nk else ""))
                running.zero_()


@torch.no_grad()
def evaluate(Q, E, args, gen, chunk=2000):
    """Mean loss and its standard error for each query feature, on fresh prompts."""
    mean, stderr = [], []
    for k in range(args.K):
        losses, left = [], args.eval_prompts
        while left > 0:
            b = min(chunk, left)
            left -= b
            idx = sample_tokens((b, args.N), args.K, args.p1, gen)
            w = torch.randn(b, args.K, dtype=Q.dtype, generator=gen)
            losses.append(prompt_losses(Q, E, idx, torch.full((b,), k), w, args.impl))
        losses = torch.cat(losses).double()
        mean.append(losses.mean())
        stderr.append(losses.std() / len(losses) ** 0.5)
    return torch.stack(mean), torch.stack(stderr)


def summarise(Q, E):
    """A and B for the dominant query, and averaged over the others."""
    E, K = E.double(), E.shape[0]
    S = E @ Q.detach().double() @ E.T            # S[n, k] = v_n^T Q v_k
    A = S.diagonal()
    under = S[1:, 1:]
    return {
        "dominant": {"A_1": A[0].item(), "mean_B_1n": S[1:, 0].mean().item()},
        "under_represented": {
            "mean_A_k": A[1:].mean().item(),
            "mean_B_k1": S[0, 1:].mean().item(),
            "mean_B_kn": ((under.sum() - A[1:].sum()) / ((K - 1) * (K - 2))).item(),
        },
    }


def main():
    args = parse_args()
    if args.threads is not None:
        torch.set_num_threads(args.threads)
    dtype = getattr(torch, args.dtype)
    gen = torch.Generator().manual_seed(args.seed)

    E = make_features(args.K, args.basis, dtype, gen)
    Q = torch.zeros(args.K, args.K, dtype=dtype, requires_grad=True)
    curve = [] if args.curve else None

    warm = Q.detach().clone().requires_grad_()
    train(warm, E, args, args.warmup, torch.Generator().manual_seed(args.seed + 10**6),
          curve=None if curve is None else [])

    start = time.perf_counter()
    train(Q, E, args, args.iterations, gen, curve)
    seconds_training = time.perf_counter() - start

    result = {
        "parameters": vars(args),
        "torch": torch.__version__,
        "threads": torch.get_num_threads(),
        "seconds_training": seconds_training,
        "prompts_per_second": args.iterations * args.batch / seconds_training,
        "S": summarise(Q, E),
    }

    if args.eval_prompts > 0:
        start = time.perf_counter()
        L, se = evaluate(Q, E, args, gen)
        result["seconds_evaluation"] = time.perf_counter() - start
        result["errors"] = {
            "prompts_per_query": args.eval_prompts,
            "L_1": L[0].item(),
            "L_1_stderr": se[0].item(),
            "mean_L_k": L[1:].mean().item(),
            "mean_L_k_stderr": (se[1:].square().sum().sqrt() / (args.K - 1)).item(),
        }

    if args.curve:
        with open(args.curve, "w", newline="") as f:
            writer = csv.writer(f)
            writer.writerow(["iteration", "loss", "loss_dominant", "loss_under_represented"])
            writer.writerows(curve)

    print(json.dumps(result, indent=2))


if __name__ == "__main__":
    main()
