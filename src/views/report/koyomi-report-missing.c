#include "koyomi-report-missing.h"

#include "koyomi-narrative.h"
#include "koyomi-overview-card.h"

static gboolean
is_written (KoyomiWorkspace        *workspace,
            const KoyomiReportWish *wish,
            guint                   section)
{
  guint32 day;
  g_autofree char *report = koyomi_report_dup_narrative (wish->kind, &wish->options, &day);
  const KoyomiNarrativePlace place = { report, wish->kind->parts[section].id, day };
  g_autoptr(KoyomiRecord) narrative = NULL;
  g_autoptr(GError) error = NULL;

  return !koyomi_session_find_narrative (koyomi_workspace_get_session (workspace), &place, wish->options.language, &narrative, &error) ||
         narrative != NULL;
}

static void
add_line (GtkListBox *list,
          const char *text,
          const char *action,
          GVariant   *target)
{
  gtk_list_box_append (list, koyomi_overview_line_create (&(KoyomiOverviewLine) { .title = text, .action = action, .target = target }));
}

static guint
add_gaps (GtkListBox *list,
          GPtrArray  *gaps)
{
  guint n = gaps != NULL ? gaps->len : 0;

  for (guint i = 0; i < n; i++)
    add_line (list, ((KoyomiReportGap *) g_ptr_array_index (gaps, i))->title, "report.show-gap", g_variant_new_uint32 (i));

  return n;
}

static guint
add_unwritten (GtkListBox             *list,
               KoyomiWorkspace        *workspace,
               const KoyomiReportWish *wish)
{
  guint n = 0;

  for (guint i = 0; i < wish->kind->n_parts; i++)
    if (!is_written (workspace, wish, i))
      {
        /* Translators: %s is a section of a report */
        g_autofree char *text = g_strdup_printf (koyomi_workspace_tr (workspace, N_("No text: %s")),
                                                 koyomi_workspace_tr (workspace, wish->kind->parts[i].title));

        add_line (list, text, "report.write-text", g_variant_new_uint32 (i));
        n++;
      }

  return n;
}

static int
find_focused (GtkListBox *list)
{
  GtkWidget *focus = gtk_widget_get_focus_child (GTK_WIDGET (list));

  return focus != NULL && GTK_IS_LIST_BOX_ROW (focus) ? gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (focus)) : -1;
}

/**
 * koyomi_report_missing_show:
 * @gaps: (nullable) (element-type KoyomiReportGap): what the plan does not have
 *
 * Fills the list anew. The focus stays where it was among the rows.
 *
 * Returns: how many rows there are
 */
guint
koyomi_report_missing_show (GtkListBox             *list,
                            KoyomiWorkspace        *workspace,
                            const KoyomiReportWish *wish,
                            GPtrArray              *gaps)
{
  int focused = find_focused (list);
  GtkWidget *row;
  guint n;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (list))) != NULL)
    gtk_list_box_remove (list, row);
  n = add_gaps (list, gaps);
  n += add_unwritten (list, workspace, wish);
  if (focused >= 0 && n > 0)
    gtk_widget_grab_focus (GTK_WIDGET (gtk_list_box_get_row_at_index (list, MIN ((guint) focused, n - 1))));

  return n;
}
