#include "koyomi-work-count.h"

#include <math.h>

void
koyomi_work_count_init (KoyomiWorkCount *self,
                        guint32          first_day,
                        guint32          last_day,
                        guint32          today)
{
  *self = (KoyomiWorkCount) { .first_day = first_day, .last_day = last_day, .today = today };
}

/* Whether a run that stands so is one of which the rate tells. */
gboolean
koyomi_work_count_is_due (const KoyomiWorkCount *self,
                          KoyomiStatus           status,
                          guint32                last_day)
{
  return status != KOYOMI_STATUS_SKIPPED && last_day >= self->first_day && last_day <= MIN (self->last_day, self->today);
}

/* @run: one that touches the time */
void
koyomi_work_count_add (KoyomiWorkCount *self,
                       KoyomiRecord    *run)
{
  KoyomiStatus status = koyomi_record_get_int (run, KOYOMI_OCCURRENCE_STATUS);

  self->n_runs++;
  self->states[koyomi_occurrence_get_state (run, self->today)]++;
  if (!koyomi_work_count_is_due (self, status, koyomi_record_get_day (run, KOYOMI_OCCURRENCE_LAST_DAY)))
    return;

  self->n_due++;
  self->n_done += status == KOYOMI_STATUS_DONE;
}

/* Never more than it is: 100 % is all of them. */
char *
koyomi_work_count_format_rate (const KoyomiWorkCount *self,
                               KoyomiLanguage         language)
{
  if (self->n_due == 0)
    return g_strdup (koyomi_tr (language, N_("nothing due yet")));

  /* Translators: of the runs that are due, how many of a hundred are done, and then how many of how many */
  return g_strdup_printf (koyomi_tr (language, N_("%u %% done (%u of %u due)")), self->n_done * 100 / self->n_due, self->n_done, self->n_due);
}

/* How many runs stand how, such as “● Done 5  ○ Planned 7”; "" when there is none. */
char *
koyomi_work_count_format (const KoyomiWorkCount *self,
                          KoyomiLanguage         language)
{
  GString *text = g_string_new (NULL);

  for (guint state = 0; state < KOYOMI_N_STATES; state++)
    if (self->states[state] > 0)
      g_string_append_printf (text, "%s%s %s %u", text->len > 0 ? "   " : "", koyomi_state_get_glyph (state),
                              koyomi_state_get_label (state, language), self->states[state]);

  return g_string_free (text, FALSE);
}
