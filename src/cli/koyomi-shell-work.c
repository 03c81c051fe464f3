#include "koyomi-shell.h"

#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <unistd.h>

/* What long work needs: a sign of life on a terminal, and an end when the person presses Ctrl+C, that leaves nothing half done. */

static gpointer
wait_for_signal (gpointer data)
{
  GCancellable *cancellable = data;
  sigset_t signals;
  int number;

  sigemptyset (&signals);
  sigaddset (&signals, SIGINT);
  sigaddset (&signals, SIGTERM);
  sigwait (&signals, &number);
  g_cancellable_cancel (cancellable);

  return NULL;
}

/* Returns: (transfer none): what is cancelled by Ctrl+C and by a request to end. From the first call on these no longer kill. */
GCancellable *
koyomi_shell_get_cancellable (void)
{
  static GCancellable *cancellable;

  if (cancellable == NULL)
    {
      sigset_t signals;

      sigemptyset (&signals);
      sigaddset (&signals, SIGINT);
      sigaddset (&signals, SIGTERM);
      pthread_sigmask (SIG_BLOCK, &signals, NULL);

      cancellable = g_cancellable_new ();
      g_thread_unref (g_thread_new ("signals", wait_for_signal, cancellable));
    }

  return cancellable;
}

/* Shows how far the work is, on a terminal only. A #KoyomiProgressFunc. */
void
koyomi_shell_progress (double   fraction,
                       gpointer data)
{
  KoyomiShell *self = data;
  int percent = CLAMP (fraction, 0, 1) * 100;

  if (percent == self->percent || !isatty (STDERR_FILENO))
    return;

  self->percent = percent;
  fprintf (stderr, percent < 100 ? "\r%3d %%" : "\r      \r", percent);
  fflush (stderr);
}
