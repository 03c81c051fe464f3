#include "koyomi-occurrence.h"

#include "koyomi-day.h"
#include "koyomi-model-error.h"
#include "koyomi-text.h"

static gboolean
is_over (KoyomiStatus status)
{
  return status == KOYOMI_STATUS_DONE || status == KOYOMI_STATUS_SKIPPED || status == KOYOMI_STATUS_MISSED;
}

/**
 * koyomi_state_of:
 * @actual_last: when it was done, or %KOYOMI_DAY_NONE
 * @today: the day to judge by; a run is late from the day after its last
 *
 * What is decided stays so: a run that was skipped or missed is never late as well. One that was begun is not announced as due
 * soon: it is under way.
 */
KoyomiState
koyomi_state_of (KoyomiStatus status,
                 guint32      last_day,
                 guint32      actual_last,
                 guint32      today)
{
  if (status == KOYOMI_STATUS_SKIPPED)
    return KOYOMI_STATE_SKIPPED;
  if (status == KOYOMI_STATUS_MISSED)
    return KOYOMI_STATE_MISSED;
  if (status == KOYOMI_STATUS_DONE)
    return actual_last > last_day ? KOYOMI_STATE_DONE_LATE : KOYOMI_STATE_DONE;
  if (last_day < today)
    return KOYOMI_STATE_LATE;
  if (status == KOYOMI_STATUS_DOING)
    return KOYOMI_STATE_DOING;

  return last_day - today <= KOYOMI_DUE_SOON_DAYS ? KOYOMI_STATE_DUE_SOON : KOYOMI_STATE_PLANNED;
}

/* As koyomi_state_of(), of a run. */
KoyomiState
koyomi_occurrence_get_state (KoyomiRecord *self,
                             guint32       today)
{
  return koyomi_state_of (koyomi_record_get_int (self, KOYOMI_OCCURRENCE_STATUS),
                          koyomi_record_get_day (self, KOYOMI_OCCURRENCE_LAST_DAY),
                          koyomi_record_get_day (self, KOYOMI_OCCURRENCE_ACTUAL_LAST), today);
}

/* Whether the run stands on other days than it was first planned for. */
gboolean
koyomi_occurrence_is_moved (KoyomiRecord *self)
{
  if (koyomi_record_is_none (self, KOYOMI_OCCURRENCE_ORIGINAL_FIRST))
    return FALSE;

  return koyomi_record_get_day (self, KOYOMI_OCCURRENCE_FIRST_DAY) != koyomi_record_get_day (self, KOYOMI_OCCURRENCE_ORIGINAL_FIRST) ||
         koyomi_record_get_day (self, KOYOMI_OCCURRENCE_LAST_DAY) != koyomi_record_get_day (self, KOYOMI_OCCURRENCE_ORIGINAL_LAST);
}

/* Whether it was done, or it was decided that it will not be. */
gboolean
koyomi_occurrence_is_over (KoyomiRecord *self)
{
  return is_over (koyomi_record_get_int (self, KOYOMI_OCCURRENCE_STATUS));
}

static gboolean
has_words (KoyomiRecord *self)
{
  static const int fields[] = {
    KOYOMI_OCCURRENCE_TITLE, KOYOMI_OCCURRENCE_RESULT, KOYOMI_OCCURRENCE_REASON, KOYOMI_OCCURRENCE_NOTE,
  };

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (!koyomi_record_is_none (self, fields[i]))
      return TRUE;

  return FALSE;
}

/* Whether somebody is to do the run, other than the team of its activity. */
gboolean
koyomi_occurrence_is_assigned (KoyomiRecord *self)
{
  return !koyomi_record_is_none (self, KOYOMI_OCCURRENCE_TEAM) || !koyomi_record_is_none (self, KOYOMI_OCCURRENCE_OWNER);
}

/* Whether the run stands as its rule made it: planned, and nobody has moved it or said anything of it. Who does it is not the
 * rule's to say: see koyomi_occurrence_is_assigned(). Evidence and a name in the other language are not its own and stay unseen. */
gboolean
koyomi_occurrence_is_untouched (KoyomiRecord *self)
{
  return koyomi_record_get_int (self, KOYOMI_OCCURRENCE_STATUS) == KOYOMI_STATUS_PLANNED &&
         koyomi_record_get_int (self, KOYOMI_OCCURRENCE_PROGRESS) == 0 &&
         koyomi_record_is_none (self, KOYOMI_OCCURRENCE_ACTUAL_FIRST) &&
         koyomi_record_is_none (self, KOYOMI_OCCURRENCE_ACTUAL_LAST) &&
         !koyomi_occurrence_is_moved (self) && !has_words (self);
}

/* The day from which the next run of a rule that goes by completion is reckoned: when it was done. One that was skipped or missed
 * counts as if it had been done on the last day that it was planned for.
 * Returns: %KOYOMI_DAY_NONE while it is not over */
guint32
koyomi_occurrence_get_completion (KoyomiRecord *self)
{
  guint32 actual_last = koyomi_record_get_day (self, KOYOMI_OCCURRENCE_ACTUAL_LAST);

  if (!koyomi_occurrence_is_over (self))
    return KOYOMI_DAY_NONE;

  return actual_last != KOYOMI_DAY_NONE ? actual_last : koyomi_record_get_day (self, KOYOMI_OCCURRENCE_LAST_DAY);
}

/* Gives the run other days. Those it was first planned for stay on record, however often it is moved. */
gboolean
koyomi_occurrence_move (KoyomiRecord  *self,
                        guint32        first_day,
                        guint32        last_day,
                        GError       **error)
{
  g_return_val_if_fail (koyomi_record_get_table_id (self) == KOYOMI_TABLE_OCCURRENCE, FALSE);

  if (first_day == KOYOMI_DAY_NONE || last_day < first_day)
    {
      g_set_error (error, KOYOMI_MODEL_ERROR, KOYOMI_MODEL_ERROR_INVALID,
                   "run “%s” would end before it begins", koyomi_record_get_title (self));
      return FALSE;
    }

  if (koyomi_record_is_none (self, KOYOMI_OCCURRENCE_ORIGINAL_FIRST))
    {
      koyomi_record_set_int (self, KOYOMI_OCCURRENCE_ORIGINAL_FIRST,
                             koyomi_record_get_day (self, KOYOMI_OCCURRENCE_FIRST_DAY));
      koyomi_record_set_int (self, KOYOMI_OCCURRENCE_ORIGINAL_LAST,
                             koyomi_record_get_day (self, KOYOMI_OCCURRENCE_LAST_DAY));
    }

  koyomi_record_set_int (self, KOYOMI_OCCURRENCE_FIRST_DAY, first_day);
  koyomi_record_set_int (self, KOYOMI_OCCURRENCE_LAST_DAY, last_day);

  return TRUE;
}

/**
 * koyomi_occurrence_shift:
 * @first_by: by how many days the first day moves
 * @last_by: by how many the last one does; the same as @first_by moves the run
 *
 * As koyomi_occurrence_move(). A run never gets shorter than a day: an end that would pass the other one stops there.
 *
 * Returns: FALSE with %KOYOMI_MODEL_ERROR_RANGE and nothing changed when the run would leave the days that there are
 */
gboolean
koyomi_occurrence_shift (KoyomiRecord  *self,
                         int            first_by,
                         int            last_by,
                         GError       **error)
{
  gint64 first_day = (gint64) koyomi_record_get_day (self, KOYOMI_OCCURRENCE_FIRST_DAY) + first_by;
  gint64 last_day = (gint64) koyomi_record_get_day (self, KOYOMI_OCCURRENCE_LAST_DAY) + last_by;

  if (last_day < first_day && last_by == 0)
    first_day = last_day;
  else if (last_day < first_day)
    last_day = first_day;

  if (first_day <= KOYOMI_DAY_NONE || last_day > KOYOMI_DAY_LAST)
    {
      g_set_error (error, KOYOMI_MODEL_ERROR, KOYOMI_MODEL_ERROR_RANGE,
                   "run “%s” would leave the calendar", koyomi_record_get_title (self));
      return FALSE;
    }

  return koyomi_occurrence_move (self, first_day, last_day, error);
}

static gboolean
check_status (KoyomiRecord  *self,
              KoyomiStatus   status,
              guint32        day,
              const char    *reason,
              GError       **error)
{
  if ((status == KOYOMI_STATUS_SKIPPED || status == KOYOMI_STATUS_MISSED) && koyomi_text_is_blank (reason))
    {
      g_set_error (error, KOYOMI_MODEL_ERROR, KOYOMI_MODEL_ERROR_INVALID,
                   "run “%s” needs a reason for not being done", koyomi_record_get_title (self));
      return FALSE;
    }

  if ((status == KOYOMI_STATUS_DOING || status == KOYOMI_STATUS_DONE) && day == KOYOMI_DAY_NONE)
    {
      g_set_error (error, KOYOMI_MODEL_ERROR, KOYOMI_MODEL_ERROR_INVALID,
                   "run “%s” needs the day it was begun or done", koyomi_record_get_title (self));
      return FALSE;
    }

  if (status == KOYOMI_STATUS_DONE && koyomi_record_get_day (self, KOYOMI_OCCURRENCE_ACTUAL_FIRST) > day)
    {
      g_set_error (error, KOYOMI_MODEL_ERROR, KOYOMI_MODEL_ERROR_INVALID,
                   "run “%s” would be done before it was begun", koyomi_record_get_title (self));
      return FALSE;
    }

  return TRUE;
}

static void
fill_actuals (KoyomiRecord *self,
              KoyomiStatus  status,
              guint32       day)
{
  KoyomiStatus before = koyomi_record_get_int (self, KOYOMI_OCCURRENCE_STATUS);

  if (status == KOYOMI_STATUS_PLANNED)
    koyomi_record_set_int (self, KOYOMI_OCCURRENCE_ACTUAL_FIRST, KOYOMI_DAY_NONE);
  else if (!is_over (status) || status == KOYOMI_STATUS_DONE)
    {
      if (koyomi_record_is_none (self, KOYOMI_OCCURRENCE_ACTUAL_FIRST))
        koyomi_record_set_int (self, KOYOMI_OCCURRENCE_ACTUAL_FIRST, day);
    }

  koyomi_record_set_int (self, KOYOMI_OCCURRENCE_ACTUAL_LAST, status == KOYOMI_STATUS_DONE ? day : KOYOMI_DAY_NONE);

  if (status == KOYOMI_STATUS_DONE)
    koyomi_record_set_int (self, KOYOMI_OCCURRENCE_PROGRESS, 100);
  else if (status == KOYOMI_STATUS_PLANNED || before == KOYOMI_STATUS_DONE)
    koyomi_record_set_int (self, KOYOMI_OCCURRENCE_PROGRESS, 0);
}

/**
 * koyomi_occurrence_set_status:
 * @day: when it was begun or done; not read for the other statuses
 * @reason: (nullable): why it was skipped or missed; with another status, a remark to keep
 *
 * Keeps the actual days and the progress in step with the status. Done fills the last actual day, and the first where none is
 * known; doing fills the first; planned clears both. A run that is no longer done loses its last actual day and begins again at
 * no progress.
 *
 * Returns: FALSE with %KOYOMI_MODEL_ERROR_INVALID and nothing changed when a reason or a day is lacking.
 */
gboolean
koyomi_occurrence_set_status (KoyomiRecord  *self,
                              KoyomiStatus   status,
                              guint32        day,
                              const char    *reason,
                              GError       **error)
{
  g_return_val_if_fail (koyomi_record_get_table_id (self) == KOYOMI_TABLE_OCCURRENCE, FALSE);

  if (!check_status (self, status, day, reason, error))
    return FALSE;

  fill_actuals (self, status, day);
  koyomi_record_set_text (self, KOYOMI_OCCURRENCE_REASON, koyomi_text_is_blank (reason) ? NULL : reason);
  koyomi_record_set_int (self, KOYOMI_OCCURRENCE_STATUS, status);

  return TRUE;
}

/**
 * koyomi_occurrence_set_progress:
 * @percent: from 0 to 100
 * @day: when it was begun, if it was not yet
 *
 * A run that has come further than nothing is under way. One that has come to the end is done only once somebody says so.
 *
 * Returns: FALSE with %KOYOMI_MODEL_ERROR_INVALID and nothing changed when the run is over
 */
gboolean
koyomi_occurrence_set_progress (KoyomiRecord  *self,
                                int            percent,
                                guint32        day,
                                GError       **error)
{
  KoyomiStatus status = koyomi_record_get_int (self, KOYOMI_OCCURRENCE_STATUS);

  if (percent < 0 || percent > 100)
    {
      g_set_error (error, KOYOMI_MODEL_ERROR, KOYOMI_MODEL_ERROR_RANGE, "a progress of %d percent is not from 0 to 100", percent);
      return FALSE;
    }

  if (is_over (status) && percent != koyomi_record_get_int (self, KOYOMI_OCCURRENCE_PROGRESS))
    {
      g_set_error (error, KOYOMI_MODEL_ERROR, KOYOMI_MODEL_ERROR_INVALID,
                   "run “%s” is over; its progress can be changed once it is under way again", koyomi_record_get_title (self));
      return FALSE;
    }

  if (status == KOYOMI_STATUS_PLANNED && percent > 0 &&
      !koyomi_occurrence_set_status (self, KOYOMI_STATUS_DOING, day, koyomi_record_get_text (self, KOYOMI_OCCURRENCE_REASON), error))
    return FALSE;

  koyomi_record_set_int (self, KOYOMI_OCCURRENCE_PROGRESS, percent);

  return TRUE;
}

const char *
koyomi_state_get_nick (KoyomiState self)
{
  static const char * const nicks[KOYOMI_N_STATES] = {
    [KOYOMI_STATE_PLANNED] = "planned",
    [KOYOMI_STATE_DUE_SOON] = "due-soon",
    [KOYOMI_STATE_DOING] = "doing",
    [KOYOMI_STATE_LATE] = "late",
    [KOYOMI_STATE_DONE] = "done",
    [KOYOMI_STATE_DONE_LATE] = "done-late",
    [KOYOMI_STATE_SKIPPED] = "skipped",
    [KOYOMI_STATE_MISSED] = "missed",
  };

  g_return_val_if_fail ((guint) self < KOYOMI_N_STATES, NULL);

  return nicks[self];
}

const char *
koyomi_state_get_label (KoyomiState    self,
                        KoyomiLanguage language)
{
  switch (self)
    {
    case KOYOMI_STATE_PLANNED:
      return koyomi_trc (language, "state of a run", "Planned");
    case KOYOMI_STATE_DUE_SOON:
      return koyomi_trc (language, "state of a run", "Due soon");
    case KOYOMI_STATE_DOING:
      return koyomi_trc (language, "state of a run", "In progress");
    case KOYOMI_STATE_LATE:
      return koyomi_trc (language, "state of a run", "Overdue");
    case KOYOMI_STATE_DONE:
      return koyomi_trc (language, "state of a run", "Done");
    case KOYOMI_STATE_DONE_LATE:
      return koyomi_trc (language, "state of a run", "Done late");
    case KOYOMI_STATE_SKIPPED:
      return koyomi_trc (language, "state of a run", "Skipped");
    case KOYOMI_STATE_MISSED:
      return koyomi_trc (language, "state of a run", "Missed");
    default:
      g_return_val_if_reached (NULL);
    }
}

/* One character that tells the state without colour. All are in JIS X 0208, so every Japanese font has them. */
const char *
koyomi_state_get_glyph (KoyomiState self)
{
  static const char * const glyphs[KOYOMI_N_STATES] = {
    [KOYOMI_STATE_PLANNED] = "○",
    [KOYOMI_STATE_DUE_SOON] = "△",
    [KOYOMI_STATE_DOING] = "→",
    [KOYOMI_STATE_LATE] = "▲",
    [KOYOMI_STATE_DONE] = "●",
    [KOYOMI_STATE_DONE_LATE] = "■",
    [KOYOMI_STATE_SKIPPED] = "－",
    [KOYOMI_STATE_MISSED] = "×",
  };

  g_return_val_if_fail ((guint) self < KOYOMI_N_STATES, NULL);

  return glyphs[self];
}

/* The state with the highest number speaks for a cell or a row that holds several. */
int
koyomi_state_get_priority (KoyomiState self)
{
  static const int priorities[KOYOMI_N_STATES] = {
    [KOYOMI_STATE_SKIPPED] = 0,
    [KOYOMI_STATE_DONE] = 1,
    [KOYOMI_STATE_DONE_LATE] = 2,
    [KOYOMI_STATE_PLANNED] = 3,
    [KOYOMI_STATE_DOING] = 4,
    [KOYOMI_STATE_DUE_SOON] = 5,
    [KOYOMI_STATE_MISSED] = 6,
    [KOYOMI_STATE_LATE] = 7,
  };

  g_return_val_if_fail ((guint) self < KOYOMI_N_STATES, 0);

  return priorities[self];
}
