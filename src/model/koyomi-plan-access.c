#include "koyomi-plan-access.h"

#include "koyomi-day.h"

void
koyomi_lock_holder_free (KoyomiLockHolder *self)
{
  if (self == NULL)
    return;

  g_free (self->user);
  g_free (self);
}

static char *
explain_holder (const KoyomiLockHolder *holder,
                KoyomiLanguage          language)
{
  g_autofree char *since = NULL;

  if (holder == NULL || holder->pid == 0)
    return g_strdup (koyomi_tr (language, N_("Another computer has this plan open. It can be read here; to write, close it there.")));

  since = koyomi_time_format_local (holder->since);

  /* Translators: user name, time and process number */
  return g_strdup_printf (koyomi_tr (language, N_("%s has had this plan open since %s (process %d). "
                                                  "It can be read here; to write, close it there.")),
                          *holder->user != '\0' ? holder->user : "?", since, (int) holder->pid);
}

/* A sentence or two: why the plan cannot be written, and what to do. "" for a plan that can. */
char *
koyomi_read_only_reason_explain (KoyomiReadOnlyReason    self,
                                 const KoyomiLockHolder *holder,
                                 KoyomiLanguage          language)
{
  switch (self)
    {
    case KOYOMI_READ_ONLY_ASKED:
      return g_strdup (koyomi_tr (language, N_("The plan was opened for reading only.")));
    case KOYOMI_READ_ONLY_LOCKED:
      return explain_holder (holder, language);
    case KOYOMI_READ_ONLY_FILE:
      return g_strdup (koyomi_tr (language, N_("You may not write to this file or its folder. To make changes, "
                                               "copy the plan to a folder of your own.")));
    case KOYOMI_READ_ONLY_LINKED:
      return g_strdup (koyomi_tr (language, N_("The file has more than one name (hard link). To make changes, copy the plan to a "
                                               "file of its own.")));
    case KOYOMI_WRITABLE:
    default:
      return g_strdup ("");
    }
}
