#include "koyomi-committee-report-private.h"

#include "koyomi-day.h"
#include "koyomi-drill-coverage.h"

typedef struct
{
  GHashTable *meetings;
  GHashTable *committees;
} Meetings;

static void
clear_meetings (Meetings *self)
{
  g_clear_pointer (&self->meetings, g_hash_table_unref);
  g_clear_pointer (&self->committees, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Meetings, clear_meetings)

static gboolean
load_meetings (KoyomiCommitteeReport  *self,
               Meetings               *meetings,
               GError                **error)
{
  return (meetings->meetings = koyomi_session_index (self->session, KOYOMI_TABLE_MEETING, self->language, error)) != NULL &&
         (meetings->committees = koyomi_session_index (self->session, KOYOMI_TABLE_COMMITTEE, self->language, error)) != NULL;
}

/* Its own title, else the committee's. */
static const char *
name_meeting (const Meetings *self,
              KoyomiRecord   *meeting)
{
  gint64 committee = koyomi_record_get_int (meeting, KOYOMI_MEETING_COMMITTEE);
  KoyomiRecord *record = g_hash_table_lookup (self->committees, &committee);

  return *koyomi_record_get_title (meeting) != '\0' || record == NULL ? koyomi_record_get_title (meeting) : koyomi_record_get_title (record);
}

/* Returns: (nullable) */
static KoyomiRecord *
find_meeting (const Meetings *self,
              KoyomiRecord   *record,
              int             field)
{
  gint64 id = koyomi_record_get_int (record, field);

  return g_hash_table_lookup (self->meetings, &id);
}

/* What stands on the agenda of a coming meeting to be decided. */
static gboolean
add_asked (KoyomiCommitteeReport  *self,
           const Meetings         *meetings,
           guint                  *n_asked,
           GError                **error)
{
  static const KoyomiDocumentColumn columns[] = { { N_("Day"), 3 }, { N_("Meeting"), 6 }, { N_("Decision asked for"), 15 } };

  g_autoptr(GPtrArray) items = koyomi_session_list (self->session, KOYOMI_TABLE_AGENDA_ITEM, 0, 0, self->language, error);
  KoyomiDocumentTable *table;

  if (items == NULL)
    return FALSE;

  table = _koyomi_committee_report_add_table (self, N_("Decisions asked for"), columns, G_N_ELEMENTS (columns),
                                              N_("No decision stands on the agenda of a coming meeting."));
  for (guint i = 0; i < items->len; i++)
    {
      KoyomiRecord *item = g_ptr_array_index (items, i);
      KoyomiRecord *meeting = find_meeting (meetings, item, KOYOMI_AGENDA_ITEM_MEETING);
      KoyomiDocumentRow *row;

      if (meeting == NULL || koyomi_record_get_int (item, KOYOMI_AGENDA_ITEM_KIND) != KOYOMI_AGENDA_KIND_DECISION ||
          koyomi_record_get_int (meeting, KOYOMI_MEETING_STATUS) != KOYOMI_MEETING_STATUS_PLANNED)
        continue;

      row = _koyomi_document_add_row (table, "item", koyomi_record_get_id (item));
      _koyomi_document_add_day (row, koyomi_record_get_day (meeting, KOYOMI_MEETING_DAY));
      _koyomi_document_add_text (row, name_meeting (meetings, meeting));
      _koyomi_document_add_text (row, koyomi_record_get_title (item));
    }
  *n_asked = table->rows->len;

  return TRUE;
}

static void
add_decision (KoyomiCommitteeReport *self,
              KoyomiDocumentTable   *table,
              const Meetings        *meetings,
              KoyomiRecord          *decision,
              KoyomiRecord          *meeting,
              gboolean               is_late)
{
  KoyomiDocumentRow *row = _koyomi_document_add_row (table, "decision", koyomi_record_get_id (decision));
  gboolean is_new = _koyomi_committee_report_has_day (self, koyomi_record_get_day (meeting, KOYOMI_MEETING_DAY));

  _koyomi_document_add_text (row, koyomi_record_get_text (decision, KOYOMI_DECISION_NUMBER));
  _koyomi_committee_report_mark (self, row, is_new ? KOYOMI_DOCUMENT_NEW : KOYOMI_DOCUMENT_SAME);
  _koyomi_document_add_day (row, koyomi_record_get_day (meeting, KOYOMI_MEETING_DAY));
  _koyomi_document_add_text (row, name_meeting (meetings, meeting));
  _koyomi_document_add_text (row, koyomi_record_get_title (decision));
  _koyomi_document_add_text (row, koyomi_record_get_text (decision, KOYOMI_DECISION_OWNER));
  _koyomi_document_add_day (row, koyomi_record_get_day (decision, KOYOMI_DECISION_DUE_DAY));
  _koyomi_document_take_text (row, is_late ? g_strdup (koyomi_tr (self->language, N_("Overdue")))
                                           : koyomi_record_format (decision, KOYOMI_DECISION_STATUS, self->language));
  if (is_new)
    _koyomi_committee_report_note_change (self, KOYOMI_COMMITTEE_NEW, N_("Decision"), koyomi_record_get_text (decision, KOYOMI_DECISION_NUMBER),
                                          koyomi_record_get_title (decision), "", name_meeting (meetings, meeting));
}

/* Those that are open, and those that were made or carried out in the period. */
static gboolean
add_decisions (KoyomiCommitteeReport  *self,
               const Meetings         *meetings,
               guint                  *n_open,
               guint                  *n_late,
               GError                **error)
{
  static const KoyomiDocumentColumn columns[] = {
    { N_("Number"), 2 }, { N_("Day"), 3 }, { N_("Meeting"), 4 }, { N_("Decision"), 7 }, { N_("Owner"), 3 }, { N_("Due"), 3 }, { N_("State"), 2 },
  };

  g_autoptr(GPtrArray) decisions = koyomi_session_list (self->session, KOYOMI_TABLE_DECISION, 0, 0, self->language, error);
  KoyomiDocumentTable *table;

  if (decisions == NULL)
    return FALSE;

  table = _koyomi_committee_report_add_table (self, N_("Actions of earlier meetings"), columns, G_N_ELEMENTS (columns), N_("There are none."));
  for (guint i = 0; i < decisions->len; i++)
    {
      KoyomiRecord *decision = g_ptr_array_index (decisions, i);
      KoyomiRecord *meeting = find_meeting (meetings, decision, KOYOMI_DECISION_MEETING);
      guint32 due = koyomi_record_get_day (decision, KOYOMI_DECISION_DUE_DAY);
      gboolean is_open = koyomi_record_get_int (decision, KOYOMI_DECISION_STATUS) == KOYOMI_DECISION_STATUS_OPEN;
      gboolean is_late = is_open && due != KOYOMI_DAY_NONE && due < self->today;
      guint32 day = meeting != NULL ? koyomi_record_get_day (meeting, KOYOMI_MEETING_DAY) : KOYOMI_DAY_NONE;

      if (meeting == NULL || day > self->last_day ||
          !(is_open || day >= self->first_day || _koyomi_committee_report_has_day (self, koyomi_record_get_day (decision, KOYOMI_DECISION_DONE_DAY))))
        continue;

      *n_open += is_open;
      *n_late += is_late;
      add_decision (self, table, meetings, decision, meeting, is_late);
      if (_koyomi_committee_report_has_day (self, koyomi_record_get_day (decision, KOYOMI_DECISION_DONE_DAY)))
        _koyomi_committee_report_note_change (self, KOYOMI_COMMITTEE_CLOSED, N_("Decision"), koyomi_record_get_text (decision, KOYOMI_DECISION_NUMBER),
                                              koyomi_record_get_title (decision), "", "");
    }

  return TRUE;
}

gboolean
_koyomi_committee_report_add_decisions (KoyomiCommitteeReport  *self,
                                        GError                **error)
{
  g_auto(Meetings) meetings = { 0 };
  KoyomiDocumentTable *told;
  guint n_asked = 0, n_open = 0, n_late = 0;

  if (!load_meetings (self, &meetings, error) || !_koyomi_committee_report_begin (self, KOYOMI_COMMITTEE_DECISIONS, &told, error) ||
      !add_asked (self, &meetings, &n_asked, error) || !add_decisions (self, &meetings, &n_open, &n_late, error))
    return FALSE;

  g_free (told->text);
  told->text = g_strdup_printf (koyomi_tr (self->language, N_("Decisions asked for %u. Actions open %u, of these overdue %u.")), n_asked, n_open, n_late);

  return TRUE;
}

static void
add_date (KoyomiDocumentTable *table,
          const char          *name,
          gint64               id,
          guint32              first_day,
          guint32              last_day,
          const char          *kind,
          const char          *title)
{
  KoyomiDocumentRow *row = _koyomi_document_add_row (table, name, id);

  _koyomi_document_add_day (row, first_day);
  _koyomi_document_add_day (row, last_day);
  _koyomi_document_add_text (row, kind);
  _koyomi_document_add_text (row, title);
}

static void
add_meetings (KoyomiCommitteeReport *self,
              KoyomiDocumentTable   *table,
              const Meetings        *meetings)
{
  GHashTableIter iter;
  gpointer meeting;

  g_hash_table_iter_init (&iter, meetings->meetings);
  while (g_hash_table_iter_next (&iter, NULL, &meeting))
    {
      guint32 day = koyomi_record_get_day (meeting, KOYOMI_MEETING_DAY);

      if (_koyomi_committee_report_is_coming (self, day) &&
          koyomi_record_get_int (meeting, KOYOMI_MEETING_STATUS) != KOYOMI_MEETING_STATUS_CANCELLED)
        add_date (table, "meeting", koyomi_record_get_id (meeting), day, day, koyomi_tr (self->language, N_("Meeting")),
                  name_meeting (meetings, meeting));
    }
}

static gboolean
add_audits (KoyomiCommitteeReport  *self,
            KoyomiDocumentTable    *table,
            guint                  *n_audits,
            GError                **error)
{
  g_autoptr(GPtrArray) audits = koyomi_session_list (self->session, KOYOMI_TABLE_AUDIT, 0, 0, self->language, error);

  for (guint i = 0; audits != NULL && i < audits->len; i++)
    {
      KoyomiRecord *audit = g_ptr_array_index (audits, i);
      guint32 first_day = koyomi_record_get_day (audit, KOYOMI_AUDIT_FIRST_DAY);
      g_autofree char *kind = koyomi_record_format (audit, KOYOMI_AUDIT_KIND, self->language);
      g_autofree char *title = g_strjoin (" ", koyomi_record_get_text (audit, KOYOMI_AUDIT_NUMBER), koyomi_record_get_title (audit), NULL);

      if (!_koyomi_committee_report_is_coming (self, first_day) ||
          koyomi_record_get_int (audit, KOYOMI_AUDIT_STATUS) == KOYOMI_AUDIT_STATUS_CANCELLED)
        continue;

      ++*n_audits;
      add_date (table, "audit", koyomi_record_get_id (audit), first_day, koyomi_record_get_day (audit, KOYOMI_AUDIT_LAST_DAY), kind, title);
    }

  return audits != NULL;
}

static gboolean
add_drills (KoyomiCommitteeReport  *self,
            KoyomiDocumentTable    *table,
            GError                **error)
{
  g_autoptr(GPtrArray) drills = koyomi_session_list_next_drills (self->session, self->today, self->language, error);

  for (guint i = 0; drills != NULL && i < drills->len; i++)
    {
      const KoyomiNextDrill *drill = g_ptr_array_index (drills, i);

      if (_koyomi_committee_report_is_coming (self, drill->day))
        add_date (table, "drill", drill->incident, drill->day, drill->day, koyomi_tr (self->language, N_("Drill due")), drill->title);
    }

  return drills != NULL;
}

/* By day; what falls on the same day keeps to kind and name. */
static int
compare_dates (gconstpointer a,
               gconstpointer b)
{
  const KoyomiDocumentRow *first = *(const KoyomiDocumentRow * const *) a;
  const KoyomiDocumentRow *second = *(const KoyomiDocumentRow * const *) b;
  double first_day = g_array_index (first->cells, KoyomiDocumentCell, 0).value;
  double second_day = g_array_index (second->cells, KoyomiDocumentCell, 0).value;

  return first_day != second_day ? (first_day > second_day) - (first_day < second_day) : g_strcmp0 (first->key, second->key);
}

gboolean
_koyomi_committee_report_add_coming (KoyomiCommitteeReport  *self,
                                     GError                **error)
{
  static const KoyomiDocumentColumn columns[] = { { N_("From"), 3 }, { N_("To"), 3 }, { N_("Kind"), 5 }, { N_("Title"), 13 } };

  g_auto(Meetings) meetings = { 0 };
  KoyomiDocumentTable *told, *table;
  guint n_audits = 0, n_meetings;

  if (!load_meetings (self, &meetings, error) || !_koyomi_committee_report_begin (self, KOYOMI_COMMITTEE_COMING, &told, error))
    return FALSE;

  table = _koyomi_committee_report_add_table (self, N_("Audits, meetings and drills"), columns, G_N_ELEMENTS (columns), N_("There are none."));
  add_meetings (self, table, &meetings);
  n_meetings = table->rows->len;
  if (!add_audits (self, table, &n_audits, error) || !add_drills (self, table, error))
    return FALSE;

  g_ptr_array_sort (table->rows, compare_dates);
  g_free (told->text);
  told->text = g_strdup_printf (koyomi_tr (self->language, N_("In the next period: meetings %u, audits %u.")), n_meetings, n_audits);

  return TRUE;
}
