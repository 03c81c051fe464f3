#include "koyomi-meeting-edit.h"

#include "koyomi-day.h"
#include "koyomi-edit-label-private.h"
#include "koyomi-edit.h"
#include "koyomi-text.h"

#include <stdio.h>
#include <string.h>

void
koyomi_meeting_sheet_free (KoyomiMeetingSheet *self)
{
  if (self == NULL)
    return;

  g_clear_object (&self->meeting);
  g_clear_object (&self->committee);
  g_clear_object (&self->next);
  g_clear_pointer (&self->items, g_ptr_array_unref);
  g_clear_pointer (&self->decisions, g_ptr_array_unref);
  g_clear_pointer (&self->left, g_ptr_array_unref);
  g_free (self);
}

static int
compare_positions (gconstpointer a,
                   gconstpointer b)
{
  gint64 left = koyomi_record_get_int (*(KoyomiRecord * const *) a, KOYOMI_AGENDA_ITEM_POSITION);
  gint64 right = koyomi_record_get_int (*(KoyomiRecord * const *) b, KOYOMI_AGENDA_ITEM_POSITION);

  return (left > right) - (left < right);
}

static int
compare_numbers (gconstpointer a,
                 gconstpointer b)
{
  return strcmp (koyomi_record_get_text (*(KoyomiRecord * const *) a, KOYOMI_DECISION_NUMBER),
                 koyomi_record_get_text (*(KoyomiRecord * const *) b, KOYOMI_DECISION_NUMBER));
}

/* Finds the committee's next meeting, and which of its open decisions come from this meeting or earlier ones. */
static gboolean
look_around (KoyomiMeetingSheet  *self,
             KoyomiSession       *session,
             KoyomiLanguage       language,
             GError             **error)
{
  guint32 day = koyomi_record_get_day (self->meeting, KOYOMI_MEETING_DAY);
  g_autoptr(GPtrArray) meetings = koyomi_session_list (session, KOYOMI_TABLE_MEETING, KOYOMI_MEETING_COMMITTEE,
                                                       koyomi_record_get_id (self->committee), language, error);

  for (guint i = 0; meetings != NULL && i < meetings->len; i++)
    {
      KoyomiRecord *meeting = g_ptr_array_index (meetings, i);
      guint32 its_day = koyomi_record_get_day (meeting, KOYOMI_MEETING_DAY);
      g_autoptr(GPtrArray) decisions = NULL;

      if (its_day > day && koyomi_record_get_int (meeting, KOYOMI_MEETING_STATUS) == KOYOMI_MEETING_STATUS_PLANNED &&
          (self->next == NULL || its_day < koyomi_record_get_day (self->next, KOYOMI_MEETING_DAY)))
        g_set_object (&self->next, meeting);
      if (its_day >= day)
        continue;

      decisions = koyomi_session_list (session, KOYOMI_TABLE_DECISION, KOYOMI_DECISION_MEETING, koyomi_record_get_id (meeting), language, error);
      if (decisions == NULL)
        return FALSE;

      for (guint j = 0; j < decisions->len; j++)
        if (koyomi_record_get_int (g_ptr_array_index (decisions, j), KOYOMI_DECISION_STATUS) == KOYOMI_DECISION_STATUS_OPEN)
          g_ptr_array_add (self->left, g_object_ref (g_ptr_array_index (decisions, j)));
    }

  return meetings != NULL;
}

KoyomiMeetingSheet *
koyomi_session_load_meeting_sheet (KoyomiSession   *session,
                                   gint64           meeting,
                                   KoyomiLanguage   language,
                                   GError         **error)
{
  g_autoptr(KoyomiMeetingSheet) self = g_new0 (KoyomiMeetingSheet, 1);

  self->left = g_ptr_array_new_with_free_func (g_object_unref);
  if ((self->meeting = koyomi_session_get (session, KOYOMI_TABLE_MEETING, meeting, language, error)) == NULL ||
      (self->committee = koyomi_session_get (session, KOYOMI_TABLE_COMMITTEE, koyomi_record_get_int (self->meeting, KOYOMI_MEETING_COMMITTEE),
                                             language, error)) == NULL ||
      (self->items = koyomi_session_list (session, KOYOMI_TABLE_AGENDA_ITEM, KOYOMI_AGENDA_ITEM_MEETING, meeting, language, error)) == NULL ||
      (self->decisions = koyomi_session_list (session, KOYOMI_TABLE_DECISION, KOYOMI_DECISION_MEETING, meeting, language, error)) == NULL ||
      !look_around (self, session, language, error))
    return NULL;

  g_ptr_array_sort (self->items, compare_positions);
  g_ptr_array_sort (self->decisions, compare_numbers);
  g_ptr_array_sort (self->left, compare_numbers);

  return g_steal_pointer (&self);
}

/* Returns: (transfer full): D-26-05, the number after the last one of the fiscal year of the meeting */
static char *
find_number (KoyomiSession  *session,
             guint32         day,
             GError        **error)
{
  int year = koyomi_session_get_fiscal_year (session, day).year % 100;
  g_autoptr(GPtrArray) decisions = koyomi_session_list (session, KOYOMI_TABLE_DECISION, 0, 0, koyomi_session_get_own_language (session), error);
  guint last = 0;

  for (guint i = 0; decisions != NULL && i < decisions->len; i++)
    {
      int its_year;
      guint number;

      if (sscanf (koyomi_record_get_text (g_ptr_array_index (decisions, i), KOYOMI_DECISION_NUMBER), "D-%2d-%6u", &its_year, &number) == 2 &&
          its_year == year)
        last = MAX (last, number);
    }

  return decisions != NULL ? g_strdup_printf ("D-%02d-%02u", year, last + 1) : NULL;
}

/**
 * koyomi_decision_add:
 * @decision: a new record with its meeting and a title; its number is set here
 *
 * Returns: its key, or 0 on error
 */
gint64
koyomi_decision_add (KoyomiSession   *session,
                     KoyomiRecord    *decision,
                     KoyomiLanguage   language,
                     GError         **error)
{
  g_autoptr(KoyomiRecord) meeting = koyomi_session_get (session, KOYOMI_TABLE_MEETING, koyomi_record_get_int (decision, KOYOMI_DECISION_MEETING),
                                                        language, error);
  g_autoptr(KoyomiEdit) edit = NULL;
  g_autofree char *title = _koyomi_label_quote (koyomi_record_get_title (decision), language);
  g_autofree char *label = NULL;
  char *number = meeting != NULL ? find_number (session, koyomi_record_get_day (meeting, KOYOMI_MEETING_DAY), error) : NULL;

  if (number == NULL)
    return 0;

  koyomi_record_take_text (decision, KOYOMI_DECISION_NUMBER, number);
  if (koyomi_text_is_blank (koyomi_record_get_title (decision)))
    {
      g_set_error (error, KOYOMI_PLAN_ERROR, KOYOMI_PLAN_ERROR_CONSTRAINT, "a decision needs a title");
      return 0;
    }

  /* Translators: the label of the edit that adds what a meeting decided; its number, its title in quotation marks */
  label = g_strdup_printf (koyomi_tr (language, N_("Decide %s %s")), number, title);

  return (edit = koyomi_session_begin_edit (session, error)) != NULL && koyomi_edit_insert (edit, decision, error) &&
         koyomi_edit_commit (edit, label, error) ? koyomi_record_get_id (decision) : 0;
}

/* Puts what is open on the agenda of the next meeting. @carried: what stands there already */
static gboolean
carry (KoyomiEdit    *edit,
       KoyomiRecord  *meeting,
       GPtrArray     *items,
       KoyomiRecord  *decision,
       int           *n_carried,
       GError       **error)
{
  g_autoptr(KoyomiRecord) item = koyomi_record_new (KOYOMI_TABLE_AGENDA_ITEM);
  g_autofree char *title = g_strdup_printf ("%s %s", koyomi_record_get_text (decision, KOYOMI_DECISION_NUMBER), koyomi_record_get_title (decision));
  gint64 position = 0;

  for (guint i = 0; i < items->len; i++)
    {
      if (koyomi_record_get_int (g_ptr_array_index (items, i), KOYOMI_AGENDA_ITEM_DECISION) == koyomi_record_get_id (decision))
        return TRUE;

      position = MAX (position, koyomi_record_get_int (g_ptr_array_index (items, i), KOYOMI_AGENDA_ITEM_POSITION));
    }

  koyomi_record_set_int (item, KOYOMI_AGENDA_ITEM_MEETING, koyomi_record_get_id (meeting));
  koyomi_record_set_int (item, KOYOMI_AGENDA_ITEM_POSITION, position + *n_carried + 1);
  koyomi_record_set_int (item, KOYOMI_AGENDA_ITEM_KIND, KOYOMI_AGENDA_KIND_ACTION);
  koyomi_record_set_text (item, KOYOMI_AGENDA_ITEM_TITLE, title);
  koyomi_record_set_int (item, KOYOMI_AGENDA_ITEM_DECISION, koyomi_record_get_id (decision));
  (*n_carried)++;

  return koyomi_edit_insert (edit, item, error);
}

static gboolean
carry_all (KoyomiEdit    *edit,
           KoyomiRecord  *meeting,
           GPtrArray     *items,
           GPtrArray     *decisions,
           int           *n_carried,
           GError       **error)
{
  for (guint i = 0; i < decisions->len; i++)
    if (koyomi_record_get_int (g_ptr_array_index (decisions, i), KOYOMI_DECISION_STATUS) == KOYOMI_DECISION_STATUS_OPEN &&
        koyomi_record_get_int (g_ptr_array_index (decisions, i), KOYOMI_DECISION_KIND) != KOYOMI_DECISION_KIND_DECISION &&
        !carry (edit, meeting, items, g_ptr_array_index (decisions, i), n_carried, error))
      return FALSE;

  return TRUE;
}

/**
 * koyomi_meeting_carry_forward:
 *
 * Puts the actions that this meeting and those before it left open on the agenda of the committee's next meeting, as one edit. What stands there
 * already is not put there twice. An action keeps its number and stays one row: items of agendas tell of it.
 *
 * Returns: how many were carried, or -1 on error; %KOYOMI_PLAN_ERROR_NOT_FOUND when no next meeting is planned
 */
int
koyomi_meeting_carry_forward (KoyomiSession   *session,
                              gint64           meeting,
                              KoyomiLanguage   language,
                              GError         **error)
{
  KoyomiLanguage own = koyomi_session_get_own_language (session);
  g_autoptr(KoyomiMeetingSheet) sheet = koyomi_session_load_meeting_sheet (session, meeting, own, error);
  g_autoptr(GPtrArray) items = NULL;
  g_autoptr(KoyomiEdit) edit = NULL;
  g_autofree char *day = NULL;
  g_autofree char *label = NULL;
  int n_carried = 0;

  if (sheet == NULL)
    return -1;
  if (sheet->next == NULL)
    {
      g_set_error (error, KOYOMI_PLAN_ERROR, KOYOMI_PLAN_ERROR_NOT_FOUND, "no next meeting is planned");
      return -1;
    }

  items = koyomi_session_list (session, KOYOMI_TABLE_AGENDA_ITEM, KOYOMI_AGENDA_ITEM_MEETING, koyomi_record_get_id (sheet->next), own, error);
  if (items == NULL || (edit = koyomi_session_begin_edit (session, error)) == NULL ||
      !carry_all (edit, sheet->next, items, sheet->left, &n_carried, error) ||
      !carry_all (edit, sheet->next, items, sheet->decisions, &n_carried, error))
    return -1;
  if (n_carried == 0)
    return 0;

  day = koyomi_day_format (koyomi_record_get_day (sheet->next, KOYOMI_MEETING_DAY));
  /* Translators: the label of the edit that puts open actions on the agenda of the next meeting: how many, its day */
  label = g_strdup_printf (koyomi_ntr (language, "Carry %d action to the meeting of %s", "Carry %d actions to the meeting of %s", n_carried), n_carried,
                           day);

  return koyomi_edit_commit (edit, label, error) ? n_carried : -1;
}
