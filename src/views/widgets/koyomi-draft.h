#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What a person is typing into an entry or a text view, and has not yet handed in. It is handed in on Enter (on Control and Enter in
 * a text view), when the focus leaves and by koyomi_draft_commit(), but never while an input method composes: nor is it replaced
 * then. Escape takes it back, but in a dialog.
 *
 * Signals:
 *   "commit" (text) → gboolean: the text is handed in; FALSE leaves it a draft */
#define KOYOMI_TYPE_DRAFT (koyomi_draft_get_type ())
G_DECLARE_FINAL_TYPE (KoyomiDraft, koyomi_draft, KOYOMI, DRAFT, GObject)

KoyomiDraft *koyomi_draft_new      (GtkWidget    *input) G_GNUC_WARN_UNUSED_RESULT;

char        *koyomi_draft_dup_text (KoyomiDraft  *self) G_GNUC_WARN_UNUSED_RESULT;
void         koyomi_draft_show     (KoyomiDraft  *self,
                                    const char   *text);
void         koyomi_draft_replace  (KoyomiDraft  *self,
                                    const char   *text);
gboolean     koyomi_draft_commit   (KoyomiDraft  *self);

G_END_DECLS
