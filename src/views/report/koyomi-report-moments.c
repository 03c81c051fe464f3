#include "koyomi-report-moments.h"

#include "koyomi-baseline.h"
#include "koyomi-drop-names.h"

/**
 * koyomi_report_moments_offer:
 * @seqs: (element-type gint64): is given the entries of the change log that the bookmarks show, the latest first
 * @shown: the entry as of which it is told so far; the plan as it is now is chosen where that has no bookmark any more
 */
void
koyomi_report_moments_offer (GtkDropDown     *drop,
                             KoyomiWorkspace *workspace,
                             GArray          *seqs,
                             gint64           shown)
{
  g_autoptr(GPtrArray) bookmarks = koyomi_session_list_baselines (koyomi_workspace_get_session (workspace), koyomi_workspace_get_language (workspace),
                                                                  NULL);
  g_autoptr(GtkStringList) names = gtk_string_list_new (NULL);
  guint selected = 0;

  g_array_set_size (seqs, 0);
  gtk_string_list_append (names, koyomi_workspace_tr (workspace, N_("Plan as it is now")));
  for (guint i = bookmarks != NULL ? bookmarks->len : 0; i > 0; i--)
    {
      KoyomiRecord *bookmark = g_ptr_array_index (bookmarks, i - 1);
      gint64 seq = koyomi_record_get_int (bookmark, KOYOMI_BOOKMARK_SEQ);

      g_array_append_val (seqs, seq);
      gtk_string_list_append (names, koyomi_record_get_title (bookmark));
      if (shown != 0 && seq == shown)
        selected = seqs->len;
    }

  koyomi_drop_down_set_names (drop, names, selected);
}

/* Returns: the entry as of which it is to be told; 0 for now */
gint64
koyomi_report_moments_choose (GtkDropDown *drop,
                              GArray      *seqs)
{
  guint selected = gtk_drop_down_get_selected (drop);

  return selected > 0 && selected <= seqs->len ? g_array_index (seqs, gint64, selected - 1) : 0;
}
