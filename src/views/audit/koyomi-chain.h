#pragma once

#include <gtk/gtk.h>

#include "koyomi-entry.h"
#include "koyomi-workspace.h"

G_BEGIN_DECLS

/* What is known of the chain of the change log of a plan that is open, for all who show it.
 *
 * Signals:
 *   "changed" (): something else is known */
#define KOYOMI_TYPE_CHAIN (koyomi_chain_get_type ())
G_DECLARE_FINAL_TYPE (KoyomiChain, koyomi_chain, KOYOMI, CHAIN, GObject)

KoyomiChain *koyomi_chain_get       (KoyomiWorkspace   *workspace);
void         koyomi_chain_start     (KoyomiChain       *self);
void         koyomi_chain_take      (KoyomiChain       *self,
                                     const KoyomiEntry *head,
                                     gint64             bad_seq,
                                     const GError      *error);
gboolean     koyomi_chain_is_broken (KoyomiChain       *self);
void         koyomi_chain_show      (KoyomiChain       *self,
                                     GtkLabel          *label,
                                     gint64             n_entries);

G_END_DECLS
