#include "koyomi-import-note.h"

/* In the texts {1} stands for the note's subject and {2} for its detail. */
typedef struct
{
  const char           *nick;
  KoyomiImportSeverity  severity;
  const char           *what;
  const char           *advice;
} NoteText;

static const NoteText texts[KOYOMI_N_NOTES] = {
  [KOYOMI_NOTE_GROUP_DIFFERS] = { "group-differs", KOYOMI_IMPORT_DOUBT,
    N_("The group label “{1}” stands beside a function of the group “{2}”."),
    N_("The function is put into “{2}”. Move it in the plan if that is not so.") },
  [KOYOMI_NOTE_GROUP_MISSING] = { "group-missing", KOYOMI_IMPORT_DOUBT,
    N_("There is no group label beside “{1}”."),
    N_("The function is put into “{2}”. Move it in the plan if that is not so.") },
  [KOYOMI_NOTE_GROUP_UNSURE] = { "group-unsure", KOYOMI_IMPORT_DOUBT,
    N_("The group of “{1}” is not certain: {2}."),
    N_("Look at the group in the plan.") },
  [KOYOMI_NOTE_GROUP_NONE] = { "group-none", KOYOMI_IMPORT_DOUBT,
    N_("No group is named for “{1}”."),
    N_("The function is put into “{2}”. Name a group in the file or move it in the plan.") },
  [KOYOMI_NOTE_GROUP_KEPT] = { "group-kept", KOYOMI_IMPORT_DOUBT,
    N_("In the plan “{1}” belongs to the group “{2}”, not to the one named here."),
    N_("The function stays where it is. Move it in the plan if the file is right.") },
  [KOYOMI_NOTE_FUNCTION_TWICE] = { "function-twice", KOYOMI_IMPORT_DOUBT,
    N_("The function “{1}” stands on several rows."),
    N_("Each row is a function of its own, told apart by their order. Give them different names if they are not the same.") },
  [KOYOMI_NOTE_FUNCTION_UNKNOWN] = { "function-unknown", KOYOMI_IMPORT_DOUBT,
    N_("The function “{1}” is none of the CRIC table, as the others are."),
    N_("It becomes a function of your own in the group “{2}”.") },
  [KOYOMI_NOTE_FUNCTION_BLANK] = { "function-blank", KOYOMI_IMPORT_DOUBT,
    N_("The row names no function."),
    N_("What stands in it is added to “{1}”, the function above. Name the function if it is another.") },
  [KOYOMI_NOTE_TASKS_DISPLACED] = { "tasks-displaced", KOYOMI_IMPORT_DOUBT,
    N_("Tasks of “{1}” and another function are mixed up: {2}."),
    N_("The text is taken over as it is. Move the tasks in the plan.") },
  [KOYOMI_NOTE_ITEM_WITH_BLANKS] = { "item-with-blanks", KOYOMI_IMPORT_DOUBT,
    N_("“{1}” may be several items parted by blanks."),
    N_("It is taken over as one. Put each item on a line of its own in the cell if they are several.") },
  [KOYOMI_NOTE_CELL_MERGED] = { "cell-merged", KOYOMI_IMPORT_DOUBT,
    N_("“{1}” stands in a cell that is merged over several rows."),
    N_("It is taken over for each of these rows. Remove it in the plan where it does not belong.") },
  [KOYOMI_NOTE_MONTH_SHIFTED] = { "month-shifted", KOYOMI_IMPORT_DOUBT,
    N_("The month of “{1}” is doubtful in the source table: {2}."),
    N_("The month stays as in the file. Import with adjusted months, or move it in the plan.") },
  [KOYOMI_NOTE_MONTH_ADJUSTED] = { "month-adjusted", KOYOMI_IMPORT_DOUBT,
    N_("The month of “{1}” is doubtful in the source table: {2}."),
    N_("It is planned in the adjusted month. Import with the months of the file, or move it in the plan.") },
  [KOYOMI_NOTE_MARK_UNCLEAR] = { "mark-unclear", KOYOMI_IMPORT_DOUBT,
    N_("The mark “{1}” may say planned, done or overdue."),
    N_("It is taken for planned. Set the status in the plan where the run is done.") },
  [KOYOMI_NOTE_MONTHS_EMPTY] = { "months-empty", KOYOMI_IMPORT_DOUBT,
    N_("The columns of the months hold no text. Cells that are only coloured cannot be read."),
    N_("Put a mark such as ○ or the name of the activity into the coloured cells.") },
  [KOYOMI_NOTE_RULE_KEPT] = { "rule-kept", KOYOMI_IMPORT_DOUBT,
    N_("“{1}” has a recurrence of its own in the plan: {2}."),
    N_("The recurrence is kept. Change it in the plan if the file is right.") },
  [KOYOMI_NOTE_RUN_KEPT] = { "run-kept", KOYOMI_IMPORT_DOUBT,
    N_("The file no longer has “{1}” in a month in which the plan has a run of it: {2}."),
    N_("The run is kept. Skip it in the plan, with a reason, if it is off.") },
  [KOYOMI_NOTE_TEAM_NEW] = { "team-new", KOYOMI_IMPORT_DOUBT,
    N_("The plan has no team “{1}”."),
    N_("The team is added. Change the name in the file if it is meant to be one that is there.") },
  [KOYOMI_NOTE_NOT_READ] = { "not-read", KOYOMI_IMPORT_DOUBT,
    N_("“{1}” differs from the plan, which says “{2}”, in a column that is not read back."),
    N_("The plan stays as it is. Change this in the plan itself.") },
  [KOYOMI_NOTE_RUN_THERE] = { "run-there", KOYOMI_IMPORT_DOUBT,
    N_("The row has no key, and the plan has a run of “{1}” on this day."),
    N_("The row is compared with that run. Choose another day if it is one more.") },
  [KOYOMI_NOTE_HEADING_UNKNOWN] = { "heading-unknown", KOYOMI_IMPORT_DOUBT,
    N_("The heading “{1}” is not known."),
    N_("The column is not read. Name it as in an exported table to have it read.") },
  [KOYOMI_NOTE_KEY_ROUNDED] = { "key-rounded", KOYOMI_IMPORT_ERROR,
    N_("The key “{1}” was rounded by a spreadsheet."),
    N_("Copy the key as text from an exported table, or empty the cell to make a new run.") },
  [KOYOMI_NOTE_KEY_UNKNOWN] = { "key-unknown", KOYOMI_IMPORT_ERROR,
    N_("The plan has no run with the key “{1}”."),
    N_("Empty the cell to make a new run, or leave the row out.") },
  [KOYOMI_NOTE_KEY_TWICE] = { "key-twice", KOYOMI_IMPORT_ERROR,
    N_("The key “{1}” stands on an earlier row already."),
    N_("Keep one of the two rows, or empty the cell to make a new run.") },
  [KOYOMI_NOTE_DAY_IMPOSSIBLE] = { "day-impossible", KOYOMI_IMPORT_ERROR,
    N_("“{1}” is not a day."),
    N_("Write the day as 2026-11-22.") },
  [KOYOMI_NOTE_DAY_MISSING] = { "day-missing", KOYOMI_IMPORT_ERROR,
    N_("The planned day is missing."),
    N_("Write the day as 2026-11-22.") },
  [KOYOMI_NOTE_DAYS_REVERSED] = { "days-reversed", KOYOMI_IMPORT_ERROR,
    N_("The last day “{1}” is before the first."),
    N_("Correct one of the two days.") },
  [KOYOMI_NOTE_STATUS_UNKNOWN] = { "status-unknown", KOYOMI_IMPORT_ERROR,
    N_("“{1}” is not a status."),
    N_("Write one of: {2}.") },
  [KOYOMI_NOTE_STATUS_DAY_MISSING] = { "status-day-missing", KOYOMI_IMPORT_ERROR,
    N_("With the status “{1}” the day on which it was begun or done is missing."),
    N_("Write the day as 2026-11-22.") },
  [KOYOMI_NOTE_STATUS_DAY_UNFIT] = { "status-day-unfit", KOYOMI_IMPORT_DOUBT,
    N_("The day “{1}” does not go with the status."),
    N_("The day is not taken over. Change the status as well, or empty the cell.") },
  [KOYOMI_NOTE_PROGRESS_RANGE] = { "progress-range", KOYOMI_IMPORT_ERROR,
    N_("The progress “{1}” is not a whole number from 0 to 100."),
    N_("Write the progress in percent.") },
  [KOYOMI_NOTE_PROGRESS_UNFIT] = { "progress-unfit", KOYOMI_IMPORT_DOUBT,
    N_("The progress “{1}” does not go with the status."),
    N_("What is done stays at 100, what is planned at 0. Change the status as well.") },
  [KOYOMI_NOTE_REASON_MISSING] = { "reason-missing", KOYOMI_IMPORT_ERROR,
    N_("With the status “{1}” the reason is missing."),
    N_("Write why it was not done.") },
  [KOYOMI_NOTE_KIND_UNKNOWN] = { "kind-unknown", KOYOMI_IMPORT_ERROR,
    N_("“{1}” is not a kind of activity."),
    N_("Write one of: {2}.") },
  [KOYOMI_NOTE_TITLE_MISSING] = { "title-missing", KOYOMI_IMPORT_ERROR,
    N_("The new run has no title."),
    N_("Write what is to be done.") },
  [KOYOMI_NOTE_FUNCTION_NOT_FOUND] = { "function-not-found", KOYOMI_IMPORT_ERROR,
    N_("The plan has no function “{1}”."),
    N_("Write the function as it is called in the plan.") },
  [KOYOMI_NOTE_FUNCTION_AMBIGUOUS] = { "function-ambiguous", KOYOMI_IMPORT_ERROR,
    N_("The plan has several functions “{1}”."),
    N_("Write the number of the function as well.") },
  [KOYOMI_NOTE_CATALOGUE_UNKNOWN] = { "catalogue-unknown", KOYOMI_IMPORT_ERROR,
    N_("The plan has no catalogue “{1}”."),
    N_("Write cric, isogj, x1060 or own.") },
  [KOYOMI_NOTE_FUNCTION_MISSING] = { "function-missing", KOYOMI_IMPORT_ERROR,
    N_("The row has letters, but names no function."),
    N_("Write the function as it is called in the plan, or empty the row.") },
  [KOYOMI_NOTE_ROW_TWICE] = { "row-twice", KOYOMI_IMPORT_ERROR,
    N_("The function “{1}” stands on an earlier row already."),
    N_("Keep one of the two rows.") },
  [KOYOMI_NOTE_TEAM_UNKNOWN] = { "team-unknown", KOYOMI_IMPORT_ERROR,
    N_("The plan has no team “{1}”."),
    N_("Write the team as it is called in the plan, or add it there first.") },
  [KOYOMI_NOTE_TEAM_TWICE] = { "team-twice", KOYOMI_IMPORT_ERROR,
    N_("The team “{1}” has an earlier column already."),
    N_("Keep one of the two columns.") },
  [KOYOMI_NOTE_LETTERS_UNKNOWN] = { "letters-unknown", KOYOMI_IMPORT_ERROR,
    N_("“{1}” is not made of letters of this plan."),
    N_("Write one or several of: {2}.") },
  [KOYOMI_NOTE_PERSON_UNKNOWN] = { "person-unknown", KOYOMI_IMPORT_ERROR,
    N_("The plan has nobody called “{1}”."),
    N_("Write the name as it is in the plan, or add the person there first.") },
  [KOYOMI_NOTE_PERSON_OF_OTHER_TEAM] = { "person-of-other-team", KOYOMI_IMPORT_ERROR,
    N_("“{1}” is not of this team."),
    N_("Name somebody of the team. A deputy can be of another one.") },
  [KOYOMI_NOTE_DEPUTY_SAME] = { "deputy-same", KOYOMI_IMPORT_ERROR,
    N_("“{1}” cannot stand in for themselves."),
    N_("Name somebody else, or empty the cell.") },
  [KOYOMI_NOTE_ASSIGNMENT_UNKNOWN] = { "assignment-unknown", KOYOMI_IMPORT_ERROR,
    N_("The plan has no assignment with the key “{1}” for this function and team."),
    N_("Copy the key from an exported table, or empty the cell to make a new assignment.") },
  [KOYOMI_NOTE_ASSIGNMENT_TWICE] = { "assignment-twice", KOYOMI_IMPORT_ERROR,
    N_("The assignment “{1}” stands on an earlier row already."),
    N_("Keep one of the two rows.") },
  [KOYOMI_NOTE_ASSIGNMENT_AMBIGUOUS] = { "assignment-ambiguous", KOYOMI_IMPORT_ERROR,
    N_("The plan has several assignments of this function to this team, and the row has no key."),
    N_("Copy the key from an exported table, or change this in the plan.") },
};

static char *
expand (const KoyomiImportNote *self,
        const char             *text,
        KoyomiLanguage          language)
{
  GString *result = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p++)
    {
      if (p[0] == '{' && (p[1] == '1' || p[1] == '2') && p[2] == '}')
        {
          g_string_append (result, p[1] == '1' ? self->subject : self->detail[language]);
          p += 2;
        }
      else
        g_string_append_c (result, *p);
    }

  return g_string_free (result, FALSE);
}

/**
 * koyomi_import_note_new:
 * @subject: (nullable): what the cell says
 * @detail_ja: (nullable): what the note adds to it
 * @detail_en: (nullable): the same in English; NULL when it is called the same in both languages
 */
KoyomiImportNote *
koyomi_import_note_new (KoyomiNoteId  id,
                        guint         row,
                        int           column,
                        const char   *subject,
                        const char   *detail_ja,
                        const char   *detail_en)
{
  KoyomiImportNote *self = g_new0 (KoyomiImportNote, 1);

  g_return_val_if_fail (id < KOYOMI_N_NOTES, NULL);

  self->id = id;
  self->row = row;
  self->column = column;
  self->subject = g_strdup (subject != NULL ? subject : "");
  self->detail[KOYOMI_LANGUAGE_JA] = g_strdup (detail_ja != NULL ? detail_ja : "");
  self->detail[KOYOMI_LANGUAGE_EN] = g_strdup (detail_en != NULL ? detail_en : self->detail[KOYOMI_LANGUAGE_JA]);

  return self;
}

void
koyomi_import_note_free (KoyomiImportNote *self)
{
  if (self == NULL)
    return;

  g_free (self->subject);
  for (guint i = 0; i < KOYOMI_N_LANGUAGES; i++)
    g_free (self->detail[i]);
  g_free (self);
}

const char *
koyomi_import_note_get_nick (const KoyomiImportNote *self)
{
  return texts[self->id].nick;
}

KoyomiImportSeverity
koyomi_import_note_get_severity (const KoyomiImportNote *self)
{
  return texts[self->id].severity;
}

/* What is doubtful or wrong, in a sentence. */
char *
koyomi_import_note_describe (const KoyomiImportNote *self,
                             KoyomiLanguage          language)
{
  return expand (self, koyomi_tr (language, texts[self->id].what), language);
}

/* What becomes of it, and what to do. */
char *
koyomi_import_note_advise (const KoyomiImportNote *self,
                           KoyomiLanguage          language)
{
  return expand (self, koyomi_tr (language, texts[self->id].advice), language);
}
