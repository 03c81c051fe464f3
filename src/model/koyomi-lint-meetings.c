#include "koyomi-lint-private.h"

#include <string.h>

/* The minutes of older meetings are no longer asked for. */
#define MINUTES_DAYS 92

static KoyomiMeetingStatus
get_status (KoyomiRecord *meeting)
{
  return koyomi_record_get_int (meeting, KOYOMI_MEETING_STATUS);
}

static gboolean
is_not_held (const KoyomiLintWork *work,
             KoyomiRecord         *meeting)
{
  return get_status (meeting) == KOYOMI_MEETING_STATUS_PLANNED && _koyomi_lint_has_passed (work, meeting, KOYOMI_MEETING_DAY);
}

static gboolean
has_no_minutes (const KoyomiLintWork *work,
                KoyomiRecord         *meeting)
{
  GPtrArray *items = koyomi_plan_facts_get_rows (work->facts, KOYOMI_TABLE_AGENDA_ITEM);

  if (get_status (meeting) != KOYOMI_MEETING_STATUS_HELD || !_koyomi_lint_lacks (meeting, KOYOMI_MEETING_MINUTES) ||
      koyomi_record_get_day (meeting, KOYOMI_MEETING_DAY) + MINUTES_DAYS < work->day)
    return FALSE;

  for (guint i = 0; i < items->len; i++)
    if (koyomi_record_get_int (g_ptr_array_index (items, i), KOYOMI_AGENDA_ITEM_MEETING) == koyomi_record_get_id (meeting) &&
        !_koyomi_lint_lacks (g_ptr_array_index (items, i), KOYOMI_AGENDA_ITEM_MINUTES))
      return FALSE;

  return TRUE;
}

static gboolean
is_open (KoyomiRecord *decision)
{
  return koyomi_record_get_int (decision, KOYOMI_DECISION_STATUS) == KOYOMI_DECISION_STATUS_OPEN &&
         koyomi_record_get_int (decision, KOYOMI_DECISION_KIND) != KOYOMI_DECISION_KIND_DECISION;
}

static gboolean
is_late (const KoyomiLintWork *work,
         KoyomiRecord         *decision)
{
  return is_open (decision) && _koyomi_lint_has_passed (work, decision, KOYOMI_DECISION_DUE_DAY);
}

static gboolean
has_no_owner (const KoyomiLintWork *work,
              KoyomiRecord         *decision)
{
  return is_open (decision) && _koyomi_lint_lacks (decision, KOYOMI_DECISION_OWNER);
}

static gboolean
has_no_due (const KoyomiLintWork *work,
            KoyomiRecord         *decision)
{
  return is_open (decision) && koyomi_record_is_none (decision, KOYOMI_DECISION_DUE_DAY);
}

static gboolean
has_no_review (const KoyomiLintWork *work,
               KoyomiRecord         *plan)
{
  GPtrArray *meetings = koyomi_plan_facts_get_rows (work->facts, KOYOMI_TABLE_MEETING);

  for (guint i = 0; i < meetings->len; i++)
    {
      KoyomiRecord *meeting = g_ptr_array_index (meetings, i);
      KoyomiRecord *committee = koyomi_plan_facts_follow (work->facts, meeting, KOYOMI_MEETING_COMMITTEE);

      if (get_status (meeting) != KOYOMI_MEETING_STATUS_CANCELLED && _koyomi_lint_is_in_year (work, meeting, KOYOMI_MEETING_DAY) &&
          committee != NULL && strcmp (koyomi_record_get_text (committee, KOYOMI_COMMITTEE_CODE), KOYOMI_REVIEW_COMMITTEE) == 0)
        return FALSE;
    }

  return TRUE;
}

const KoyomiLintCheck _koyomi_lint_meeting_checks[] = {
  { "meeting-not-held", KOYOMI_TABLE_MEETING, is_not_held },
  { "meeting-no-minutes", KOYOMI_TABLE_MEETING, has_no_minutes },
  { "decision-late", KOYOMI_TABLE_DECISION, is_late },
  { "decision-no-owner", KOYOMI_TABLE_DECISION, has_no_owner },
  { "decision-no-due", KOYOMI_TABLE_DECISION, has_no_due },
  { "no-management-review", KOYOMI_TABLE_PLAN, has_no_review },
  { NULL }
};
